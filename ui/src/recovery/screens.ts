/** The recovery window's screens, and how they hang together. */
import type { Place } from "./failures";

export type Screen =
  | "opening"
  | "start"
  | "choose-connection"
  | "setup-code"
  | "confirm-connection"
  | "who"
  | "code"
  | "done"
  | "sign-in"
  | "choose-first-factor"
  | "own-password"
  | "choose-factor"
  | "sign-in-code"
  | "set-up-authenticator"
  | "own-app"
  | "signed-in"
  | "sign-up"
  | "sign-up-code"
  | "signed-up"
  | "stuck"
  | "leave";

/** The fields that each screen has, for the failures that belong to one. */
export const fields: Partial<Record<Screen, Place[]>> = {
  "setup-code": ["connection"],
  who: ["username"],
  "sign-up": ["username"],
  code: ["code", "password"],
  "sign-up-code": ["code"],
  "sign-in": ["username", "password"],
  "own-password": ["password"],
  "sign-in-code": ["code"],
  "set-up-authenticator": ["code"],
};

/** Screens between the user name and password of a sign-in and its end: without them, there is nothing to come back to. */
const steps: Screen[] = ["choose-first-factor", "own-password", "choose-factor", "sign-in-code", "set-up-authenticator", "own-app"];

export const isSignInStep = (screen: Screen): boolean => steps.includes(screen);

/** Whether a password or a session of somebody who signs in may be held while this screen is shown. */
export const isSigningIn = (screen: Screen): boolean => screen === "sign-in" || isSignInStep(screen);

/** The screen with the user name, for the screens that go on from one. */
export const homeOfName = (screen: Screen): Screen => {
  if (isSignInStep(screen)) return "sign-in";
  if (screen === "code" || screen === "signed-up") return "who";
  return screen === "sign-up-code" ? "sign-up" : screen;
};
