/** What the desk does with each failure: where it is shown, and what it offers. The words are in failures.ftl and failures-desk.ftl. */
import type { FailureCode } from "../backend";

/**
 * Where a failure is shown: at the field with this id, in front of everything, or above the form. One that belongs to a
 * field is shown above the form wherever that field isn't on the screen.
 */
export type Place =
  | "access-key-id"
  | "secret-access-key"
  | "session-token"
  | "role-arn"
  | "factor-serial"
  | "external-id"
  | "factor-code"
  | "start-url"
  | "sso-region"
  | "search"
  | "reason"
  | "checklist"
  | "permanent-password"
  | "front"
  | "banner";

/** What the button beside a failure does. Its label is `desk-remedy-<name>`. */
export type Remedy = "try-again" | "look-again" | "sign-in" | "permissions" | "settings";

type Shown = { place: Place; remedy: Remedy | null };

const at = (place: Place, remedy: Remedy | null = null): Shown => ({ place, remedy });

export const failures: Record<FailureCode, Shown> = {
  "username-empty": at("banner"),
  "username-malformed": at("banner"),
  "username-not-contact": at("banner"),
  "username-too-long": at("banner"),
  "code-empty": at("banner"),
  "code-malformed": at("banner"),
  "code-too-long": at("banner"),
  "password-empty": at("permanent-password"),
  "password-edge-space": at("permanent-password"),
  "password-too-long": at("permanent-password"),
  "password-too-short": at("permanent-password"),
  "password-needs-uppercase": at("permanent-password"),
  "password-needs-lowercase": at("permanent-password"),
  "password-needs-number": at("permanent-password"),
  "password-needs-symbol": at("permanent-password"),
  "password-refused": at("permanent-password"),
  "password-reused": at("permanent-password"),
  "password-not-new": at("permanent-password"),

  "connection-empty": at("banner"),
  "connection-too-large": at("banner"),
  "connection-cut-short": at("banner"),
  "connection-malformed": at("banner"),
  "connection-unknown-key": at("banner"),
  "connection-wrong-value": at("banner"),
  "connection-insecure-endpoint": at("banner"),
  "connection-wrong-region": at("banner"),
  "connection-newer": at("banner"),
  "connection-unreadable": at("banner"),
  "setup-code-empty": at("banner"),
  "setup-code-malformed": at("banner"),
  "setup-code-incomplete": at("banner"),

  "keychain-absent": at("banner"),
  "keychain-locked": at("banner", "try-again"),
  "keychain-denied": at("banner", "try-again"),
  "keychain-failed": at("banner", "try-again"),
  "keychain-too-long": at("banner"),
  "keychain-item-gone": at("banner", "sign-in"),
  "settings-unreadable": at("banner"),
  "settings-unwritable": at("banner", "try-again"),
  "settings-set-aside": at("banner"),
  "ca-file-unreadable": at("banner"),

  "user-not-found": at("banner"),
  "wrong-password": at("banner"),
  "locked-out": at("banner"),
  "user-disabled": at("banner", "look-again"),
  "temporary-password-pending": at("banner", "look-again"),
  "temporary-password-expired": at("banner", "look-again"),
  "temporary-password-spent": at("banner", "look-again"),
  "recovery-by-admin-only": at("banner", "look-again"),
  "no-verified-contact": at("banner", "look-again"),
  "sign-up-unfinished": at("banner", "look-again"),
  "already-confirmed": at("banner", "look-again"),
  "codes-not-sent": at("banner"),
  "password-reset-required": at("banner", "look-again"),
  "code-wrong": at("banner"),
  "code-expired": at("banner"),
  "authenticator-code-used": at("banner"),
  "too-many-tries": at("banner"),
  "session-ended": at("banner"),
  "signed-out": at("banner"),
  "attribute-malformed": at("banner"),
  "attribute-missing": at("banner"),
  "attribute-fixed": at("banner"),
  "alias-taken": at("banner", "look-again"),
  "user-exists": at("banner"),
  "invitation-not-possible": at("banner", "look-again"),
  "second-factor-missing": at("banner", "look-again"),
  "blocked-by-risk": at("banner"),

  "secret-wrong": at("banner"),
  "secret-missing": at("banner"),
  "pool-not-found": at("banner"),
  "client-not-found": at("banner"),
  "group-not-found": at("banner", "look-again"),
  "flow-not-enabled": at("banner"),
  "mail-limit": at("banner"),
  "delivery-failed": at("banner", "look-again"),
  "delivery-setup": at("banner"),
  "pool-function-failed": at("banner", "look-again"),
  "blocked-by-firewall": at("banner"),
  "pool-misconfigured": at("banner"),
  "wrong-region": at("banner"),
  "tier-lacks-feature": at("banner"),
  "changed-meanwhile": at("banner", "look-again"),
  "filter-malformed": at("search"),
  "input-refused": at("banner"),
  "not-supported": at("banner"),

  "access-key-malformed": at("access-key-id"),
  "secret-key-malformed": at("secret-access-key"),
  "session-token-malformed": at("session-token"),
  "role-malformed": at("role-arn"),
  "factor-serial-malformed": at("factor-serial"),
  "external-id-malformed": at("external-id"),
  "factor-code-malformed": at("factor-code"),
  "start-url-malformed": at("start-url"),
  "region-malformed": at("sso-region"),

  "access-missing": at("front", "sign-in"),
  "access-denied": at("banner", "permissions"),
  "access-invalid": at("banner", "sign-in"),
  "access-expired": at("front", "try-again"),
  "factor-code-needed": at("front", "try-again"),
  "factor-code-wrong": at("factor-code"),
  "role-refused": at("role-arn"),
  "profile-not-found": at("banner", "sign-in"),
  "profile-loops": at("banner"),
  "profile-unusable": at("banner"),
  "profile-program-failed": at("banner", "try-again"),
  "profile-sign-in-over": at("banner", "try-again"),
  "identity-center-unknown": at("start-url"),
  "identity-center-denied": at("banner"),
  "identity-center-too-late": at("banner"),
  "identity-center-nothing": at("banner"),

  "desk-locked": at("front", "try-again"),
  "not-allowed-here": at("banner", "settings"),
  "clipboard-unavailable": at("banner"),
  "printing-unavailable": at("banner"),
  "password-told": at("banner"),
  "act-not-possible": at("banner", "look-again"),
  "reason-missing": at("reason"),
  "reason-too-long": at("reason"),
  "caller-not-verified": at("checklist"),
  "search-too-long": at("search"),
  "search-malformed": at("search"),
  "search-ended": at("banner", "try-again"),
  "no-pools-here": at("banner"),
  "record-unreadable": at("banner"),
  "record-unwritable": at("banner", "try-again"),
  "record-newer": at("banner"),
  "export-unwritable": at("banner", "try-again"),

  busy: at("banner", "try-again"),
  "service-fault": at("banner", "try-again"),
  offline: at("banner", "try-again"),
  "name-not-found": at("banner", "try-again"),
  "connection-blocked": at("banner", "try-again"),
  "timed-out": at("banner", "try-again"),
  "answer-lost": at("banner", "try-again"),
  "captive-portal": at("banner", "try-again"),
  "tls-untrusted": at("banner"),
  "clock-wrong": at("banner", "try-again"),
  "proxy-refused": at("banner", "try-again"),
  "proxy-unreachable": at("banner", "try-again"),
  "proxy-asks-for-password": at("banner", "try-again"),
  "proxy-asks-for-sign-in": at("banner", "try-again"),
  "proxy-script": at("banner", "try-again"),
  "proxy-socks": at("banner", "try-again"),
  "fips-unavailable": at("banner"),
  "stopped-waiting": at("banner", "try-again"),
  unknown: at("banner", "try-again"),

  "managed-by-organisation": at("banner"),
  "link-with-secret": at("banner"),
  "link-malformed": at("banner"),
};
