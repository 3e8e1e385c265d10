/** The words for a failure in the support window: its own where it has some, else those of the other windows. */
import type { Failure } from "../../backend/support";
import { exists, t } from "../../language/messages.svelte";

export type Words = { title: string; next: string };

export function words({ code, detail }: Failure): Words {
  const own = `support-failure-${code}`;
  const id = exists(own) ? own : `failure-${code}`;
  const args = { detail: detail ?? "none", minimum: 0, days: 0, kind: "any" };
  return { title: t(id, args), next: t(`${id}.next`, args) };
}
