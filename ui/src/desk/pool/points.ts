/** A pool's health and the permissions there, in words. */
import type { HealthPoint, Permission } from "../../backend";
import { exists, language, t, type Args } from "../../language/messages.svelte";

export type Said = { title: string; means: string };

/** Of a list of closed names, those that have words of their own. */
const named: Record<string, string> = {
  email: "contact-email",
  phone: "contact-phone",
  sms: "factor-sms",
  authenticator: "factor-authenticator",
};

/** Which values hold names of contacts or factors; the others are the pool owner's own and stand as they are. */
const closed = ["contacts", "factors"];

/** Something filled in: a list becomes “a and b”, and what isn't there has a name that messages can choose by. */
function filled(name: string, value: unknown): string | number {
  if (typeof value === "number") return value;
  if (value === null || value === undefined || value === "") return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const each = (Array.isArray(value) ? value : String(value).split(",")).map((part) => String(part).trim());
  const words = closed.includes(name) ? each.map((part) => (named[part] ? t(named[part]) : part)) : each;
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(words);
}

/** What a point of the health is, and what it means for getting back in. */
export function pointSaid({ what, state }: HealthPoint): Said {
  const { kind, ...values } = what;
  const id = `health-${kind}`;
  const args: Args = { state };
  for (const [name, value] of Object.entries(values)) args[name] = filled(name, value);
  // A point that is newer than these words is shown by its name rather than not at all.
  return exists(id) ? { title: t(id, args), means: t(`${id}.means`, args) } : { title: kind, means: "" };
}

/** What doesn't work without a permission. */
export const breaks = ({ action }: Permission): string => (exists(`breaks-${action}`) ? t(`breaks-${action}`) : "");
