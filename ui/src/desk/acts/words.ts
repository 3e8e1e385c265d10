/** Which words belong to each act and to what comes of it. The words are in acts.ftl; this file only names them. */
import type { Act, ActOutcome, Change, CharacterKind, ContactKind, Effect, NotPossible } from "../../backend";
import { contactOf, type About, type Kinds, type Said } from "../users/words";

const said = (id: string, args: Said["args"] = {}): Said => ({ id, args });

/**
 * An act's messages: its name, and as attributes the button on the card, the short one in the list, the question, the button
 * that does it, and the headings for what came of it.
 */
export const acts: Record<Act, string> = {
  "send-reset-code": "acts-send-reset-code",
  "give-temporary-password": "acts-give-temporary-password",
  "set-permanent-password": "acts-set-permanent-password",
  "resend-invitation": "acts-resend-invitation",
  "mark-email-verified": "acts-mark-email-verified",
  "mark-phone-verified": "acts-mark-phone-verified",
  "confirm-sign-up": "acts-confirm-sign-up",
  "switch-on": "acts-switch-on",
  "switch-off": "acts-switch-off",
  "sign-out-everywhere": "acts-sign-out-everywhere",
  "turn-off-authenticator": "acts-turn-off-authenticator",
  "turn-off-sms-factor": "acts-turn-off-sms-factor",
  "turn-off-email-factor": "acts-turn-off-email-factor",
};

/** The attributes that every act's message has. */
export const parts = ["open", "short", "title", "do", "done", "refused", "unknown"] as const;
export type Part = (typeof parts)[number];
export const part = (act: Act, name: Part): string => `acts-${act}.${name}`;

/** What an act does to this user now. */
export const effects: Kinds<Effect> = {
  "password-stops-working": () => said("acts-effect-password-stops-working"),
  "temporary-password-stops-working": () => said("acts-effect-temporary-password-stops-working"),
  "earlier-code-void": () => said("acts-effect-earlier-code-void"),
  "code-goes-to": ({ channel }, about) => said(`acts-effect-code-goes-to-${channel}`, { to: contactOf(about, channel) }),
  "invitation-goes-to": ({ channel, days }, about) =>
    said(`acts-effect-invitation-goes-to-${channel}`, { to: contactOf(about, channel), days }),
  "you-tell-the-password": () => said("acts-effect-you-tell-the-password"),
  "must-choose-within": ({ days }) => said("acts-effect-must-choose-within", { days }),
  "password-stays": () => said("acts-effect-password-stays"),
  "locked-out-until-code": () => said("acts-effect-locked-out-until-code"),
  "sessions-stay-open": () => said("acts-effect-sessions-stay-open"),
  "sessions-end": ({ minutes }) => said("acts-effect-sessions-end", { minutes }),
  "factor-still-asked": ({ factor }) => said(`acts-effect-factor-still-asked-${factor}`),
  "factor-no-longer-asked": ({ factor }) => said(`acts-effect-factor-no-longer-asked-${factor}`),
  "new-factor-at-sign-in": () => said("acts-effect-new-factor-at-sign-in"),
  "stays-switched-off": () => said("acts-effect-stays-switched-off"),
  "can-sign-in-again": () => said("acts-effect-can-sign-in-again"),
  "can-not-sign-in-any-more": () => said("acts-effect-can-not-sign-in-any-more"),
  "on-again": () => said("acts-effect-on-again"),
  "counts-as-verified": ({ channel }, about) => said(`acts-effect-counts-as-verified-${channel}`, { to: contactOf(about, channel) }),
  "codes-can-go-to": ({ channel }, about) => said(`acts-effect-codes-can-go-to-${channel}`, { to: contactOf(about, channel) }),
  "sign-up-confirmed": () => said("acts-effect-sign-up-confirmed"),
  "becomes-local": () => said("acts-effect-becomes-local"),
  "becomes-confirmed": () => said("acts-effect-becomes-confirmed"),
};

/** Why an act can't be done now. */
export const reasons: Record<NotPossible, string> = {
  "switched-off": "acts-not-switched-off",
  "already-on": "acts-not-already-on",
  "already-off": "acts-not-already-off",
  "never-signed-in": "acts-not-never-signed-in",
  "signed-in-before": "acts-not-signed-in-before",
  "sign-up-unfinished": "acts-not-sign-up-unfinished",
  "already-confirmed": "acts-not-already-confirmed",
  "signs-in-elsewhere": "acts-not-signs-in-elsewhere",
  "only-administrators-reset": "acts-not-only-administrators-reset",
  "no-verified-contact": "acts-not-no-verified-contact",
  "no-such-contact": "acts-not-no-such-contact",
  "already-verified": "acts-not-already-verified",
  "no-such-factor": "acts-not-no-such-factor",
  "factor-required": "acts-not-factor-required",
  "nowhere-to-send": "acts-not-nowhere-to-send",
  "not-in-this-mode": "acts-not-not-in-this-mode",
  "no-permission": "acts-not-no-permission",
  "status-not-in-use": "acts-not-status-not-in-use",
};

/** What changed, as seen by reading again. The status is named by its own words. */
export const changes: Kinds<Change> = {
  status: ({ to }) => said(`acts-change-status-${to}`),
  enabled: ({ to }) => said(to ? "acts-change-on" : "acts-change-off"),
  verified: ({ contact, to }) => said(to ? `acts-change-verified-${contact}` : `acts-change-unverified-${contact}`),
  factor: ({ factor, to }) => said(to ? `acts-change-factor-on-${factor}` : `acts-change-factor-off-${factor}`),
  unseen: () => said("acts-change-unseen"),
};

/** Which heading stands over what came of an act. */
export const outcomes: Record<ActOutcome, { part: Part; tone: "calm" | "warn" | "bad" }> = {
  done: { part: "done", tone: "calm" },
  refused: { part: "refused", tone: "bad" },
  unknown: { part: "unknown", tone: "warn" },
};

/** What to read to the caller once an act is done. */
export type Told = { about: About; channel: ContactKind | null; days: number };
export const scripts: Record<Act, (told: Told) => Said> = {
  "send-reset-code": ({ channel }) => said(`acts-say-send-reset-code-${channel ?? "email"}`),
  "give-temporary-password": ({ days }) => said("acts-say-give-temporary-password", { days }),
  "set-permanent-password": () => said("acts-say-set-permanent-password"),
  "resend-invitation": ({ channel, days }) => said(`acts-say-resend-invitation-${channel ?? "email"}`, { days }),
  "mark-email-verified": () => said("acts-say-mark-email-verified"),
  "mark-phone-verified": () => said("acts-say-mark-phone-verified"),
  "confirm-sign-up": () => said("acts-say-confirm-sign-up"),
  "switch-on": () => said("acts-say-switch-on"),
  "switch-off": () => said("acts-say-switch-off"),
  "sign-out-everywhere": () => said("acts-say-sign-out-everywhere"),
  "turn-off-authenticator": () => said("acts-say-turn-off-factor"),
  "turn-off-sms-factor": () => said("acts-say-turn-off-factor"),
  "turn-off-email-factor": () => said("acts-say-turn-off-factor"),
};

/** What follows from an effect for the words on the phone. Null: nothing. */
export function scriptEnd(effect: Effect): string | null {
  switch (effect.kind) {
    case "factor-still-asked":
      return `acts-say-factor-${effect.factor}`;
    case "new-factor-at-sign-in":
      return "acts-say-new-factor";
    case "stays-switched-off":
      return "acts-say-still-off";
    default:
      return null;
  }
}

/** How a character of a password is said to be. */
export const characters: Record<CharacterKind, string> = {
  upper: "acts-spell-upper",
  lower: "acts-spell-lower",
  digit: "acts-spell-digit",
  symbol: "acts-spell-symbol",
};

/** The symbols that a temporary password may hold, by their names. Others stand for themselves. */
export const symbols: Record<string, string> = {
  "-": "acts-symbol-hyphen",
  "_": "acts-symbol-underscore",
  ".": "acts-symbol-full-stop",
  ",": "acts-symbol-comma",
  "!": "acts-symbol-exclamation",
  "?": "acts-symbol-question",
  "#": "acts-symbol-hash",
  "+": "acts-symbol-plus",
  "=": "acts-symbol-equals",
  "*": "acts-symbol-asterisk",
  "/": "acts-symbol-slash",
  ":": "acts-symbol-colon",
  ";": "acts-symbol-semicolon",
  "@": "acts-symbol-at",
  "%": "acts-symbol-percent",
  "&": "acts-symbol-ampersand",
  "$": "acts-symbol-dollar",
};
