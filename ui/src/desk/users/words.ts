/** Which words belong to each closed value of a user. The words are in users.ftl; this file only names them. */
import type { Also, Certainty, ContactKind, FailureCode, Finding, Outcome, SearchHint, SecondFactor, UserStatus } from "../../backend";

/** A message with what is filled in. */
export type Said = { id: string; args: Record<string, string | number> };

/** What the sentences about a user fill in. */
export type About = {
  /** What the person is called. */
  name: string;
  email: string | null;
  phone: string | null;
  /** Puts names in a row, as the language does. */
  list: (names: string[]) => string;
};

const said = (id: string, args: Said["args"] = {}): Said => ({ id, args });

/** The address or number of a contact. */
export const contactOf = (about: About, kind: ContactKind): string => (kind === "email" ? about.email : about.phone) ?? "";

export type Tone = "plain" | "good" | "warn" | "bad";

/** Of each status: its words, how it looks, and the service's own word. */
export const statuses: Record<UserStatus, { id: string; tone: Tone; service: string }> = {
  confirmed: { id: "users-status-confirmed", tone: "good", service: "CONFIRMED" },
  "force-change-password": { id: "users-status-force-change-password", tone: "warn", service: "FORCE_CHANGE_PASSWORD" },
  "reset-required": { id: "users-status-reset-required", tone: "bad", service: "RESET_REQUIRED" },
  unconfirmed: { id: "users-status-unconfirmed", tone: "warn", service: "UNCONFIRMED" },
  "external-provider": { id: "users-status-external-provider", tone: "plain", service: "EXTERNAL_PROVIDER" },
  archived: { id: "users-status-archived", tone: "plain", service: "ARCHIVED" },
  compromised: { id: "users-status-compromised", tone: "bad", service: "COMPROMISED" },
  unknown: { id: "users-status-unknown", tone: "plain", service: "UNKNOWN" },
};

/** The statuses worth filtering by: the service gives no user the others any more. */
export const filterable: UserStatus[] = ["confirmed", "force-change-password", "reset-required", "unconfirmed", "external-provider"];

export const factors: Record<SecondFactor, string> = {
  authenticator: "users-factor-authenticator",
  sms: "users-factor-sms",
  email: "users-factor-email",
};

/** What stands before a sentence that isn't certain. Null: nothing. */
export const certainties: Record<Certainty, string | null> = { certain: null, likely: "users-likely" };

/** One sentence for each kind of a tagged union. */
export type Kinds<Of extends { kind: string }> = { [Kind in Of["kind"]]: (each: Extract<Of, { kind: Kind }>, about: About) => Said };
type MaybeKinds<Of extends { kind: string }> = {
  [Kind in Of["kind"]]: ((each: Extract<Of, { kind: Kind }>, about: About) => Said) | null;
};

/** Looks a value of a tagged union up in its table. */
export function from<Of extends { kind: string }>(table: Kinds<Of>, each: Of, about: About): Said {
  return (table[each.kind as Of["kind"]] as (each: Of, about: About) => Said)(each, about);
}

/** Email, phone, or both. */
const which = (contacts: ContactKind[]): "email" | "phone" | "both" => (contacts.length > 1 ? "both" : (contacts[0] ?? "email"));

/** The card's one sentence. */
export const findings: Kinds<Finding> = {
  "switched-off": (_, { name }) => said("users-finding-switched-off", { name }),
  "signs-in-elsewhere": ({ providers }, { name, list }) =>
    providers.length > 0
      ? said("users-finding-signs-in-elsewhere-named", { name, providers: list(providers) })
      : said("users-finding-signs-in-elsewhere", { name }),
  "invitation-waiting": ({ daysOld, lifeDays }, { name }) =>
    daysOld === null
      ? said("users-finding-invitation-waiting-undated", { name, life: lifeDays })
      : said("users-finding-invitation-waiting", { name, days: daysOld, life: lifeDays }),
  "invitation-probably-expired": ({ daysOld, lifeDays }, { name }) =>
    said("users-finding-invitation-probably-expired", { name, days: daysOld, life: lifeDays }),
  "sign-up-unfinished": ({ contactVerified }, { name }) =>
    said(contactVerified ? "users-finding-sign-up-unfinished-verified" : "users-finding-sign-up-unfinished", { name }),
  "reset-waiting": ({ channel }, about) =>
    said(`users-finding-reset-waiting-${channel}`, { name: about.name, to: contactOf(about, channel) }),
  "reset-without-contact": (_, { name }) => said("users-finding-reset-without-contact", { name }),
  "only-administrators-reset": (_, { name }) => said("users-finding-only-administrators-reset", { name }),
  "contact-not-verified": ({ contacts }, { name }) => said(`users-finding-contact-not-verified-${which(contacts)}`, { name }),
  "no-contact": (_, { name }) => said("users-finding-no-contact", { name }),
  "contact-is-second-factor": ({ contact }, about) =>
    said(`users-finding-contact-is-second-factor-${contact}`, { name: about.name, to: contactOf(about, contact) }),
  "nothing-wrong": ({ channel }, about) =>
    said(`users-finding-nothing-wrong-${channel}`, { name: about.name, to: contactOf(about, channel) }),
  "status-not-in-use": (_, { name }) => said("users-finding-status-not-in-use", { name }),
};

/** What else to know. */
export const alsos: Kinds<Also> = {
  "forgot-password-pretends": () => said("users-also-forgot-password-pretends"),
  "factor-still-asked": ({ factor }) => said(`users-also-factor-still-asked-${factor}`),
  "factor-required-and-missing": () => said("users-also-factor-required-and-missing"),
  "may-be-stolen-password": () => said("users-also-may-be-stolen-password"),
  "would-be": ({ finding }, about) => from(wouldBes, finding, about),
  unverified: ({ contact }, about) => said(`users-also-unverified-${contact}`, { to: contactOf(about, contact) }),
  "factor-not-for-recovery": ({ contact }, about) =>
    said(`users-also-factor-not-for-recovery-${contact}`, { to: contactOf(about, contact) }),
  "not-in-recovery-setting": ({ contact }, about) =>
    said(`users-also-not-in-recovery-setting-${contact}`, { to: contactOf(about, contact) }),
  "only-administrators-reset": () => said("users-also-only-administrators-reset"),
  "no-app-client": () => said("users-also-no-app-client"),
  "no-password-flow": () => said("users-also-no-password-flow"),
  "small-mailer": () => said("users-also-small-mailer"),
  "text-messages-fail": () => said("users-also-text-messages-fail"),
  "mail-fails": () => said("users-also-mail-fails"),
  "case-matters": () => said("users-also-case-matters"),
};

/** What would hold once the account is on again. */
const wouldBes: Kinds<Finding> = {
  "switched-off": () => said("users-would-be-switched-off"),
  "signs-in-elsewhere": () => said("users-would-be-signs-in-elsewhere"),
  "invitation-waiting": () => said("users-would-be-invitation-waiting"),
  "invitation-probably-expired": () => said("users-would-be-invitation-probably-expired"),
  "sign-up-unfinished": () => said("users-would-be-sign-up-unfinished"),
  "reset-waiting": () => said("users-would-be-reset-waiting"),
  "reset-without-contact": () => said("users-would-be-reset-without-contact"),
  "only-administrators-reset": () => said("users-would-be-only-administrators-reset"),
  "contact-not-verified": () => said("users-would-be-contact-not-verified"),
  "no-contact": () => said("users-would-be-no-contact"),
  "contact-is-second-factor": () => said("users-would-be-contact-is-second-factor"),
  "nothing-wrong": () => said("users-would-be-nothing-wrong"),
  "status-not-in-use": () => said("users-would-be-status-not-in-use"),
};

/** What to read to the caller as things are, without any act. Null: nothing helps before an act. */
export const tellings: MaybeKinds<Finding> = {
  "switched-off": null,
  "signs-in-elsewhere": ({ providers }, { list }) =>
    providers.length > 0
      ? said("users-tell-signs-in-elsewhere-named", { providers: list(providers) })
      : said("users-tell-signs-in-elsewhere"),
  "invitation-waiting": () => said("users-tell-invitation-waiting"),
  "invitation-probably-expired": null,
  "sign-up-unfinished": null,
  "reset-waiting": ({ channel }) => said(`users-tell-reset-waiting-${channel}`),
  "reset-without-contact": null,
  "only-administrators-reset": null,
  "contact-not-verified": null,
  "no-contact": null,
  "contact-is-second-factor": null,
  "nothing-wrong": ({ channel }) => said(`users-tell-nothing-wrong-${channel}`),
  "status-not-in-use": null,
};

/** Looks a finding's words for the caller up. */
export function telling(finding: Finding, about: About): Said | null {
  const found = tellings[finding.kind] as ((each: Finding, about: About) => Said) | null;
  return found ? found(finding, about) : null;
}

/** Why “Forgot password” would be refused: those refusals that a diagnosis foresees. Any other has the general words. */
const refusals: Partial<Record<FailureCode, string>> = {
  "user-disabled": "users-forgot-refused-user-disabled",
  "temporary-password-pending": "users-forgot-refused-temporary-password-pending",
  "recovery-by-admin-only": "users-forgot-refused-recovery-by-admin-only",
  "no-verified-contact": "users-forgot-refused-no-verified-contact",
  "sign-up-unfinished": "users-forgot-refused-sign-up-unfinished",
};

/** What “Forgot password” would do for this user now. */
export const forgotten: Kinds<Outcome> = {
  "code-sent": ({ channel }, about) => said(`users-forgot-code-sent-${channel}`, { to: contactOf(about, channel) }),
  pretended: () => said("users-forgot-pretended"),
  done: () => said("users-forgot-done"),
  refused: ({ code }) => said(refusals[code] ?? "users-forgot-refused"),
};

/** What a search may come with. */
export const hints: Record<SearchHint, string> = {
  "national-number": "users-hint-national-number",
  "domain-alone": "users-hint-domain-alone",
};
