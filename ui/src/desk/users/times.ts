/** Points in time and their distance from now, in the page's language. */
import { language } from "../../language/messages.svelte";
import { now } from "../../recovery/clock";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A date and a time of day. */
export const moment = (at: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: "long", timeStyle: "short" }).format(at);

/** The same, short. */
export const shortMoment = (at: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "short" }).format(at);

export const date = (at: number): string => new Intl.DateTimeFormat(language(), { dateStyle: "long" }).format(at);

/** Whole days between then and now, never below nought. */
export const daysSince = (at: number): number => Math.max(0, Math.floor((now() - at) / DAY));

/** How long ago, in words. Null: less than a minute. */
export function ago(at: number): string | null {
  const passed = now() - at;
  if (passed < MINUTE) return null;
  const words = new Intl.RelativeTimeFormat(language(), { numeric: "auto" });
  if (passed < HOUR) return words.format(-Math.floor(passed / MINUTE), "minute");
  if (passed < DAY) return words.format(-Math.floor(passed / HOUR), "hour");
  return words.format(-Math.floor(passed / DAY), "day");
}

/** When something made now ends, that is good for so many days. */
export const inDays = (days: number): number => Date.now() + days * DAY;
