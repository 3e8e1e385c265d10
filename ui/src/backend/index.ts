/** The pages' only way to Rust: one typed function per command. Nothing else imports from Tauri. */
import { call } from "./call";
import type { Factor } from "./generated/Factor";
import type { FirstFactor } from "./generated/FirstFactor";
import type { PracticePoolName } from "./generated/PracticePoolName";

export * from "./desk";
export * from "./events";
export type { Commands } from "./commands";
export type { AccessView } from "./generated/AccessView";
export type { Account } from "./generated/Account";
export type { Act } from "./generated/Act";
export type { ActDone } from "./generated/ActDone";
export type { ActOffer } from "./generated/ActOffer";
export type { ActOutcome } from "./generated/ActOutcome";
export type { Also } from "./generated/Also";
export type { AppClientChoice } from "./generated/AppClientChoice";
export type { ArrivedOffer } from "./generated/ArrivedOffer";
export type { AskedAttribute } from "./generated/AskedAttribute";
export type { AttributeKind } from "./generated/AttributeKind";
export type { Card } from "./generated/Card";
export type { Certainty } from "./generated/Certainty";
export type { Change } from "./generated/Change";
export type { CharacterKind } from "./generated/CharacterKind";
export type { Colour } from "./generated/Colour";
export type { ConnectionRule } from "./generated/ConnectionRule";
export type { ConnectionView } from "./generated/ConnectionView";
export type { Contact } from "./generated/Contact";
export type { ContactKind } from "./generated/ContactKind";
export type { Delivery } from "./generated/Delivery";
export type { DeskConnection } from "./generated/DeskConnection";
export type { DeskMode } from "./generated/DeskMode";
export type { DeskSettings } from "./generated/DeskSettings";
export type { DeskStart } from "./generated/DeskStart";
export type { Diagnosis } from "./generated/Diagnosis";
export type { Effect } from "./generated/Effect";
export type { Factor } from "./generated/Factor";
export type { Failure } from "./generated/Failure";
export type { FailureCode } from "./generated/FailureCode";
export type { Finding } from "./generated/Finding";
export type { FirstFactor } from "./generated/FirstFactor";
export type { FoundUser } from "./generated/FoundUser";
export type { FoundUsers } from "./generated/FoundUsers";
export type { HealthPoint } from "./generated/HealthPoint";
export type { HealthState } from "./generated/HealthState";
export type { HelpDesk } from "./generated/HelpDesk";
export type { House } from "./generated/House";
export type { Job } from "./generated/Job";
export type { ListedPool } from "./generated/ListedPool";
export type { ManagedSetting } from "./generated/ManagedSetting";
export type { NotPossible } from "./generated/NotPossible";
export type { OpenedUser } from "./generated/OpenedUser";
export type { Outcome } from "./generated/Outcome";
export type { OwnAppReason } from "./generated/OwnAppReason";
export type { PasswordCheck } from "./generated/PasswordCheck";
export type { PasswordRule } from "./generated/PasswordRule";
export type { Permission } from "./generated/Permission";
export type { PoolReport } from "./generated/PoolReport";
export type { PracticeAuthenticator } from "./generated/PracticeAuthenticator";
export type { PracticeMessage } from "./generated/PracticeMessage";
export type { PracticePerson } from "./generated/PracticePerson";
export type { PracticePoolName } from "./generated/PracticePoolName";
export type { Profile } from "./generated/Profile";
export type { Prompt } from "./generated/Prompt";
export type { QrCode } from "./generated/QrCode";
export type { RecordEntry } from "./generated/RecordEntry";
export type { RecordOutcome } from "./generated/RecordOutcome";
export type { RecordQuery } from "./generated/RecordQuery";
export type { RoleForm } from "./generated/RoleForm";
export type { SearchHint } from "./generated/SearchHint";
export type { SecondFactor } from "./generated/SecondFactor";
export type { ShownPassword } from "./generated/ShownPassword";
export type { SignInName } from "./generated/SignInName";
export type { SignInStep } from "./generated/SignInStep";
export type { SignInView } from "./generated/SignInView";
export type { Spelled } from "./generated/Spelled";
export type { Standing } from "./generated/Standing";
export type { StartingPoint } from "./generated/StartingPoint";
export type { StatusFilter } from "./generated/StatusFilter";
export type { TriedPassword } from "./generated/TriedPassword";
export type { User } from "./generated/User";
export type { UserStatus } from "./generated/UserStatus";
export type { Verification } from "./generated/Verification";
export type { WindowRule } from "./generated/WindowRule";

export { CommandFailed } from "./call";

/** What this window starts with: the connection, if there is one, and the language. */
export const startingPoint = () => call("starting_point");
export const preferredLanguage = () => call("preferred_language");

/** What IT decided about this computer that every window shows. */
export const house = () => call("house");

/** Lets the person pick a connection file, in a dialog with this title. Null: they changed their mind. The offer waits in Rust for `acceptConnection`. */
export const chooseConnectionFile = (title: string) => call("choose_connection_file", { title });

/** Reads a pasted setup code. The offer waits in Rust for `acceptConnection`. */
export const readSetupCode = (setupCode: string) => call("read_setup_code", { setupCode });

/** Takes a connection that the policy has, by its place among the choices. */
export const chooseConnection = (index: number) => call("choose_connection", { index });

/** The connection that came by a file or a link, or why it can't be used. Null: none waits. */
export const arrivedOffer = () => call("arrived_offer");

/** Turns the connection down that came by a file or a link. What was offered otherwise stays. */
export const declineOffer = () => call("decline_offer");

/** Takes the connection that is offered, and keeps it: one that came by a file or a link, else the one that was read last. */
export const acceptConnection = (arrived = false) => call("accept_connection", { arrived });

/** Forgets the connection and its secret. */
export const leaveConnection = () => call("leave_connection");

/** Changes to one of the two practice pools, in memory. */
export const startPractice = (pool: PracticePoolName) => call("start_practice", { pool });

/** Asks for a code. Sent once: a second one makes the first code void. */
export const forgotPassword = (username: string) => call("forgot_password", { username });

/** Sets the new password with the code. Sent once. */
export const confirmForgotPassword = (username: string, code: string, password: string) =>
  call("confirm_forgot_password", { username, code, password });

/** Asks for another sign-up code. Sent once. */
export const resendSignUpCode = (username: string) => call("resend_sign_up_code", { username });

/** Finishes a sign-up with its code. Sent once. */
export const confirmSignUp = (username: string, code: string) => call("confirm_sign_up", { username, code });

/** Begins to sign in. What was begun before is dropped. */
export const signIn = (username: string, password: string) => call("sign_in", { username, password });

/** Goes on in one of the ways that the user pool offers to begin with. */
export const chooseFirstFactor = (choice: FirstFactor) => call("choose_first_factor", { choice });

/** Sets the person's own password in place of the temporary one, with what else the user pool asks for. Sent once. */
export const chooseOwnPassword = (password: string, attributes: Record<string, string>) =>
  call("choose_own_password", { password, attributes });

/** Answers with the code of a second step. */
export const answerSignInCode = (code: string) => call("answer_sign_in_code", { code });

/** Says which second step is to be taken. */
export const chooseFactor = (factor: Factor) => call("choose_factor", { factor });

/** Finishes the set-up of an authenticator app with its first code. */
export const confirmAuthenticator = (code: string) => call("confirm_authenticator", { code });

/** Begins again with what was typed, so that a new code goes out. */
export const sendSignInCodeAgain = () => call("send_sign_in_code_again");

/** Copies the secret that an authenticator is set up with; it is cleared after a minute. */
export const copyAuthenticatorSecret = (secret: string) => call("copy_authenticator_secret", { secret });

/** Drops the password, the session and everything that came of signing in. */
export const abandonSignIn = () => call("abandon_sign_in");

/** Compares a password with the pool's rules, on this computer. */
export const checkPassword = (password: string) => call("check_password", { password });

/** Gives up on the call under way, which then rejects with `stopped-waiting`. */
export const stopWaiting = () => call("stop_waiting");

/** The people one can be in the practice pools. */
export const practicePeople = () => call("practice_people");

/** The messages that the practice pools sent, newest last. */
export const practiceInbox = () => call("practice_inbox");

/** What the practice people's authenticator apps show now. */
export const practiceAuthenticators = () => call("practice_authenticators");

/** The password that somebody in the practice pool was given, while it is theirs. */
export const practicePassword = (username: string) => call("practice_password", { username });

/** Opens the help-desk window. */
export const openHelpDesk = () => call("open_help_desk");

/** Opens the recovery window, or brings it to the front. */
export const openRecovery = () => call("open_recovery");

/** Opens the window that checks this computer, or brings it to the front. */
export const openSupport = () => call("open_support");
