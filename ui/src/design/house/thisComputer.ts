import type { FailureCode } from "../../backend";

/** What this computer, or the way out of it, may be the cause of: the check of this computer finds out. */
const codes: readonly FailureCode[] = [
  "offline",
  "timed-out",
  "answer-lost",
  "captive-portal",
  "tls-untrusted",
  "clock-wrong",
  "proxy-refused",
  "ca-file-unreadable",
  "keychain-absent",
  "keychain-failed",
  "settings-unreadable",
  "settings-unwritable",
];

export const mayBeThisComputer = (code: FailureCode): boolean => codes.includes(code);
