/** The words for a failure, filled in with what is known here. */
import { exists, t } from "../language/messages.svelte";
import { isSignInAct } from "./acts";
import type { Journey, Trouble } from "./journey.svelte";
import { attributeWords } from "./sign-in/own-password/attributeWords";
import { signInKind } from "./typed";

export type Words = {
  code: string;
  title: string;
  next: string;
  detail?: string | undefined;
  /** What to say to the help desk. */
  say?: string | undefined;
};

/** What went wrong and what to do next, for the person. */
export function words(trouble: Trouble, journey: Journey): Words {
  const { failure, unsure } = trouble;
  const id = unsure ? `unsure-${unsure}` : failureId(trouble);
  const { at } = journey.signIn;
  const length = journey.rules.check?.rules.find((rule) => rule.rule === "length");
  const args = {
    detail: failure.detail ?? "none",
    // Where our own check was content, the minimum it knows is not the service's.
    minimum: length?.met ? 0 : (length?.minimum ?? 0),
    kind: signInKind(journey.connection?.signInNames ?? []),
    days: journey.connection?.temporaryPasswordDays ?? 0,
    via: at?.step === "code" ? at.via : at?.step === "set-up-authenticator" ? "authenticator" : "message",
    attribute: journey.signIn.drafts.find(({ asked }) => asked.name === failure.detail)?.asked.kind ?? "text",
  };
  const say = exists(`${id}.say`) ? t(`${id}.say`) : undefined;
  return { code: failure.code, title: t(id, args), next: t(`${id}.next`, args), detail: detail(trouble), say };
}

/** Whoever signs in is told something else about some failures than whoever needs a new password. */
function failureId({ failure: { code }, during, place }: Trouble): string {
  const own = `sign-in-failure-${code}`;
  // A password of one's own is missing in the same words in both; and only what was asked for can be filled in here.
  const shared = (code === "password-empty" && during !== "sign-in") || (code.startsWith("attribute-") && place !== "attribute");
  return isSignInAct(during) && !shared && exists(own) ? own : `failure-${code}`;
}

/**
 * What the help desk may ask for: the place in a connection, or what the service said and the number of the request.
 * What can be mended at its field needs no help desk, so there the number would only be in the way.
 */
export function detail({ failure, place }: Trouble): string | undefined {
  // Where the sentence itself names it, it isn't said again below.
  if (place === "attribute" || failure.code === "settings-set-aside") return undefined;
  if (failure.detail && failure.code.startsWith("attribute-")) return t("stuck-detail", { detail: attributeWords(failure.detail) });
  if (failure.detail && failure.code !== "unknown") return t("stuck-detail", { detail: failure.detail });
  if (place !== "banner" && place !== "stuck") return undefined;
  const parts = [failure.detail, failure.requestId].filter((part): part is string => part !== null && part !== "");
  return parts.length > 0 ? t("stuck-reference", { reference: parts.join(" · ") }) : undefined;
}

/** The label of the button that a failure offers, if it offers one. */
export const remedyLabel = ({ failure }: Trouble): string | null =>
  exists(`failure-${failure.code}.action`) ? t(`failure-${failure.code}.action`) : null;
