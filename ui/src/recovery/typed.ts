/** What was typed or pasted, as far as the page itself has to judge it. Rust checks all of it again. */
import type { Failure, FailureCode, PasswordRule, SignInName } from "../backend";

/** Longest user name, in UTF-16 units (AWS API reference, UsernameType). */
const USERNAME_MAXIMUM = 128;

/** What a user name may be made of (AWS API reference, UsernameType): no white space, no invisible or control characters. */
const USERNAME = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u;

/** A phone number as people write it. Rust brings it into the form that is sent. */
const WRITTEN_NUMBER = /^\+[0-9 \u00A0\-.()/]+$/;

/** White space at either end comes from pasting, and is never part of a name. Nothing inside is touched, nor is the case. */
export const trimmedUsername = (typed: string): string => typed.trim();

/** Why a trimmed user name cannot be right where people sign in with these, or null. */
export function usernameFault(username: string, names: SignInName[]): FailureCode | null {
  if (username === "") return "username-empty";
  if (names.includes("phone") && WRITTEN_NUMBER.test(username)) return null;
  if (!USERNAME.test(username)) return "username-malformed";
  return username.length > USERNAME_MAXIMUM ? "username-too-long" : null;
}

/** Which ending of the `who-label` message says what people sign in with here. */
export function signInKind(names: SignInName[]): string {
  const kinds = (["email", "phone", "username"] as const).filter((name) => names.includes(name));
  return kinds.length === 0 || kinds.length === 3 ? "any" : kinds.join("-");
}

/** The failure that says a password breaks this rule. */
export const ruleFailures: Record<PasswordRule, FailureCode> = {
  length: "password-too-short",
  uppercase: "password-needs-uppercase",
  lowercase: "password-needs-lowercase",
  number: "password-needs-number",
  symbol: "password-needs-symbol",
  "edge-space": "password-edge-space",
  "too-long": "password-too-long",
};

/** The rule that a refusal was about, if it names one. */
export const refusedRule = (code: FailureCode): PasswordRule | null =>
  (Object.keys(ruleFailures) as PasswordRule[]).find((rule) => ruleFailures[rule] === code) ?? null;

/** A failure that was noticed on the page itself. */
export const noticed = (code: FailureCode, detail: string | null = null): Failure => ({ code, retry: { kind: "now" }, requestId: null, detail });
