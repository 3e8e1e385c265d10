/** The pages' only way to Rust: one typed function per command. Nothing else imports from Tauri. */
import { invoke } from "@tauri-apps/api/core";
import type { Commands } from "./commands";
import type { Failure } from "./generated/Failure";
import type { PracticePoolName } from "./generated/PracticePoolName";

export type { Commands } from "./commands";
export type { Accepted } from "./generated/Accepted";
export type { ConnectionView } from "./generated/ConnectionView";
export type { Delivery } from "./generated/Delivery";
export type { Failure } from "./generated/Failure";
export type { FailureCode } from "./generated/FailureCode";
export type { HelpDesk } from "./generated/HelpDesk";
export type { PasswordCheck } from "./generated/PasswordCheck";
export type { PasswordRule } from "./generated/PasswordRule";
export type { PracticeMessage } from "./generated/PracticeMessage";
export type { PracticePerson } from "./generated/PracticePerson";
export type { PracticePoolName } from "./generated/PracticePoolName";
export type { RuleCheck } from "./generated/RuleCheck";
export type { SignInName } from "./generated/SignInName";
export type { StartingPoint } from "./generated/StartingPoint";

/** What a command's promise rejects with. */
export class CommandFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

function isFailure(thrown: unknown): thrown is Failure {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "retry" in thrown;
}

/** A rejection that isn't ours comes from Tauri itself (a command that this window may not call). Its text may quote the arguments, so it is dropped. */
function asFailure(thrown: unknown): Failure {
  return isFailure(thrown) ? thrown : { code: "unknown", retry: { kind: "never" }, requestId: null, detail: null };
}

async function call<Name extends keyof Commands>(
  name: Name,
  args?: Commands[Name]["args"],
): Promise<Commands[Name]["result"]> {
  try {
    return await invoke<Commands[Name]["result"]>(name, args);
  } catch (thrown) {
    throw new CommandFailed(asFailure(thrown));
  }
}

/** What this window starts with: the connection, if there is one, and the language. */
export const startingPoint = () => call("starting_point");
export const preferredLanguage = () => call("preferred_language");

/** Lets the person pick a connection file, in a dialog with this title. Null: they changed their mind. The offer waits in Rust for `acceptConnection`. */
export const chooseConnectionFile = (title: string) => call("choose_connection_file", { title });

/** Reads a pasted setup code. The offer waits in Rust for `acceptConnection`. */
export const readSetupCode = (setupCode: string) => call("read_setup_code", { setupCode });

/** Takes the connection that was last offered, and keeps it. */
export const acceptConnection = () => call("accept_connection");

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

/** Compares a password with the pool's rules, on this computer. */
export const checkPassword = (password: string) => call("check_password", { password });

/** Gives up on the call under way, which then rejects with `stopped-waiting`. */
export const stopWaiting = () => call("stop_waiting");

/** The people one can be in the practice pools. */
export const practicePeople = () => call("practice_people");

/** The messages that the practice pools sent, newest last. */
export const practiceInbox = () => call("practice_inbox");

/** Opens the help-desk window. */
export const openHelpDesk = () => call("open_help_desk");

/** Opens the recovery window, or brings it to the front. */
export const openRecovery = () => call("open_recovery");
