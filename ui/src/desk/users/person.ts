/** What a person is called, and what the sentences about them fill in. */
import type { FoundUser, OpenedUser, User } from "../../backend";
import { language, t } from "../../language/messages.svelte";
import { statuses, type About, type Tone } from "./words";

type Anyone = User | OpenedUser | FoundUser;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether the user name says nothing to anybody: pools whose people sign in with a contact make one up. */
export const madeUp = (user: Anyone): boolean => user.username === user.sub || ID.test(user.username);

/** What the person is called; null where nothing is known but a made-up id. */
export const known = (user: Anyone): string | null =>
  user.name ?? (madeUp(user) ? (user.email?.value ?? user.phone?.value ?? null) : user.username);

/** The heading of the card and the first line in the list. */
export const heading = (user: Anyone): string => known(user) ?? user.username;

/** The second line in the list: how one reaches them, or what else tells them apart. */
export function second(user: Anyone): string {
  const first = heading(user);
  const contacts = [user.email?.value, user.phone?.value].filter((each): each is string => each !== undefined && each !== first);
  if (contacts[0] !== undefined) return contacts[0];
  if (!user.email && !user.phone) return t("users-no-contact");
  return madeUp(user) ? "" : user.username === first ? "" : user.username;
}

/** Puts names in a row. */
export const list = (names: string[]): string => new Intl.ListFormat(language(), { type: "disjunction" }).format(names);

export const about = (user: Anyone): About => ({
  name: known(user) ?? t("users-person"),
  email: user.email?.value ?? null,
  phone: user.phone?.value ?? null,
  list,
});

/** The few words beside a name. */
export const state = (user: Anyone): { text: string; tone: Tone } =>
  user.enabled ? { text: t(statuses[user.status].id), tone: statuses[user.status].tone } : { text: t("users-switched-off"), tone: "plain" };

/** An id, cut in its middle. */
export const shortened = (id: string): string => (madeUpLooks(id) ? `${id.slice(0, 4)}…${id.slice(-2)}` : id);
const madeUpLooks = (id: string): boolean => ID.test(id);
