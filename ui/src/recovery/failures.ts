/** What the recovery window does with each failure: where it is shown, and what it offers. The words are in failures.ftl. */
import type { FailureCode } from "../backend";

/**
 * Where a failure is shown: at the field it is about, above the form on the same screen, or on a screen of its own.
 * One that belongs to a field is shown above the form wherever that field isn't on the screen.
 */
export type Place = "username" | "code" | "password" | "connection" | "banner" | "stuck";

/** What the button beside a failure does; its label is the failure's `.action`. */
export type Remedy = "send-code" | "sign-up" | "leave" | "try-again";

type Shown = { place: Place; remedy: Remedy | null };

const at = (place: Place, remedy: Remedy | null = null): Shown => ({ place, remedy });

export const failures: Record<FailureCode, Shown> = {
  "username-empty": at("username"),
  "username-malformed": at("username"),
  "username-not-contact": at("username"),
  "username-too-long": at("username"),
  "code-empty": at("code"),
  "code-malformed": at("code"),
  "code-too-long": at("code"),
  "password-empty": at("password"),
  "password-edge-space": at("password"),
  "password-too-long": at("password"),
  "password-too-short": at("password"),
  "password-needs-uppercase": at("password"),
  "password-needs-lowercase": at("password"),
  "password-needs-number": at("password"),
  "password-needs-symbol": at("password"),
  "password-refused": at("password"),
  "password-reused": at("password"),

  "connection-empty": at("connection"),
  "connection-too-large": at("connection"),
  "connection-cut-short": at("connection"),
  "connection-malformed": at("connection"),
  "connection-unknown-key": at("connection"),
  "connection-wrong-value": at("connection"),
  "connection-insecure-endpoint": at("connection"),
  "connection-wrong-region": at("connection"),
  "connection-newer": at("connection"),
  "connection-unreadable": at("connection"),
  "setup-code-empty": at("connection"),
  "setup-code-malformed": at("connection"),
  "setup-code-incomplete": at("connection"),

  "keychain-absent": at("banner"),
  "keychain-locked": at("banner"),
  "keychain-denied": at("banner"),
  "keychain-failed": at("banner"),
  "settings-unreadable": at("banner"),
  "settings-unwritable": at("banner"),
  "ca-file-unreadable": at("banner"),

  "user-not-found": at("username"),
  "wrong-password": at("banner"),
  "locked-out": at("stuck"),
  "user-disabled": at("stuck"),
  "temporary-password-pending": at("stuck"),
  "temporary-password-expired": at("stuck"),
  "recovery-by-admin-only": at("stuck"),
  "no-verified-contact": at("stuck", "sign-up"),
  "sign-up-unfinished": at("stuck", "sign-up"),
  "already-confirmed": at("stuck", "send-code"),
  "codes-not-sent": at("stuck"),
  "password-reset-required": at("stuck", "send-code"),
  "code-wrong": at("code"),
  "code-expired": at("code"),
  "authenticator-code-used": at("code"),
  "too-many-tries": at("stuck", "try-again"),
  "session-ended": at("banner"),
  "signed-out": at("banner"),
  "attribute-missing": at("stuck"),
  "attribute-fixed": at("stuck"),
  "alias-taken": at("stuck"),
  "user-exists": at("banner"),
  "invitation-not-possible": at("stuck"),
  "second-factor-missing": at("stuck"),
  "blocked-by-risk": at("stuck"),

  "secret-wrong": at("stuck", "leave"),
  "secret-missing": at("stuck", "leave"),
  "pool-not-found": at("stuck", "leave"),
  "client-not-found": at("stuck", "leave"),
  "group-not-found": at("stuck"),
  "flow-not-enabled": at("stuck"),
  "mail-limit": at("stuck"),
  "delivery-failed": at("banner"),
  "delivery-setup": at("stuck"),
  "pool-function-failed": at("banner"),
  "blocked-by-firewall": at("stuck"),
  "pool-misconfigured": at("stuck"),
  "wrong-region": at("stuck", "leave"),
  "tier-lacks-feature": at("stuck"),
  "changed-meanwhile": at("banner"),
  "filter-malformed": at("banner"),
  "input-refused": at("banner"),
  "not-supported": at("stuck"),

  "access-denied": at("banner"),
  "access-invalid": at("banner"),
  "access-expired": at("banner"),

  busy: at("banner"),
  "service-fault": at("banner"),
  offline: at("banner"),
  "timed-out": at("banner"),
  "answer-lost": at("banner"),
  "captive-portal": at("banner"),
  "tls-untrusted": at("banner"),
  "clock-wrong": at("banner"),
  "proxy-refused": at("banner"),
  "stopped-waiting": at("banner"),
  unknown: at("banner"),
};
