/** The words for a failure at the desk: its own where it has some, else those that both windows share. */
import { CommandFailed, type Failure, type FailureCode } from "../backend";
import { exists, t, type Args } from "../language/messages.svelte";
import { failures, type Remedy } from "./failures";

export type Words = { code: FailureCode; title: string; next: string; detail?: string | undefined };

/** What the service names as the place at fault is part of the sentence for these, and is not said again below it. */
const detailInSentence: FailureCode[] = ["access-denied", "profile-unusable", "settings-set-aside"];

/** What went wrong and what to do next, for somebody at the help desk. `known` is what this screen can fill in. */
export function words(failure: Failure, known: Args = {}): Words {
  const own = `desk-failure-${failure.code}`;
  const id = exists(own) ? own : `failure-${failure.code}`;
  const seconds = failure.retry.kind === "after" ? failure.retry.seconds : 0;
  const args = { detail: failure.detail ?? "none", minutes: Math.ceil(seconds / 60), minimum: 0, days: 0, kind: "any", ...known };
  return { code: failure.code, title: t(id, args), next: t(`${id}.next`, args), detail: reference(failure) };
}

/**
 * What whoever looks into it will want: what the service said, and the number of the request. What can be mended at its
 * field needs nobody to look into it.
 */
function reference({ code, detail, requestId }: Failure): string | undefined {
  const said = detailInSentence.includes(code) ? null : detail;
  const { place } = failures[code];
  if (place !== "banner" && place !== "front") return said ?? undefined;
  const parts = [said, requestId].filter((part): part is string => part !== null && part !== "");
  return parts.length > 0 ? t("desk-reference", { reference: parts.join(" · ") }) : undefined;
}

/** The button that a failure offers, if it offers one. */
export const remedy = (failure: Failure): Remedy | null => failures[failure.code].remedy;

/** The label of that button. */
export const remedyLabel = (name: Remedy): string => t(`desk-remedy-${name}`);

/** A failure that was noticed on the page itself. */
export const noticed = (code: FailureCode): Failure => ({ code, retry: { kind: "now" }, requestId: null, detail: null });

/** What a call was rejected with, as a failure. What isn't one is a mistake of the page's own. */
export const failureOf = (thrown: unknown): Failure => (thrown instanceof CommandFailed ? thrown.failure : noticed("unknown"));
