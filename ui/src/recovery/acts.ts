/** What can be under way in the recovery window. The names are those of the buttons. */
export type Act =
  | "open-file"
  | "read-code"
  | "use-connection"
  | "choose-connection"
  | "practice"
  | "leave-confirm"
  | "help-desk"
  | "send-code"
  | "resend"
  | "change-password"
  | "send-sign-up-code"
  | "confirm-sign-up"
  | SignInAct;

/** The calls of a sign-in. */
export type SignInAct = (typeof signInActs)[number];

const signInActs = [
  "sign-in",
  "choose-first-factor",
  "choose-own-password",
  "answer-sign-in-code",
  "choose-factor",
  "confirm-authenticator",
  "send-sign-in-code-again",
] as const;

export const isSignInAct = (act: Act): act is SignInAct => (signInActs as readonly Act[]).includes(act);

/** Acts of which it matters whether they happened, when the answer is lost. */
export type SentOnce = Extract<
  Act,
  "send-code" | "resend" | "change-password" | "send-sign-up-code" | "confirm-sign-up" | "choose-own-password"
>;

const sentOnce: Act[] = ["send-code", "resend", "change-password", "send-sign-up-code", "confirm-sign-up", "choose-own-password"];

export const isSentOnce = (act: Act): act is SentOnce => sentOnce.includes(act);

/** Whether the service is asked; what it is asked can be given up. */
export const isAsked = (act: Act): boolean => isSentOnce(act) || isSignInAct(act);
