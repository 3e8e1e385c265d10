/** What an asked attribute is called, and what a password store may fill in for it. */
import type { HTMLInputAttributes } from "svelte/elements";
import { exists, t } from "../../../language/messages.svelte";

/** In words for the standard ones (OpenID Connect Core 1.0, 5.1); a pool's own without its prefix. */
export function attributeWords(name: string): string {
  const id = `attribute-${name.replaceAll("_", "-")}`;
  return exists(id) ? t(id) : name.replace(/^(?:dev:)?custom:/, "");
}

const fillings: Record<string, HTMLInputAttributes["autocomplete"]> = {
  name: "name",
  given_name: "given-name",
  middle_name: "additional-name",
  family_name: "family-name",
  nickname: "nickname",
  email: "email",
  website: "url",
};

export const filling = (name: string): HTMLInputAttributes["autocomplete"] => fillings[name] ?? "off";
