import { createSubscriber } from "svelte/reactivity";
import { t } from "../language/messages.svelte";

/** Ticks only while something on the page shows a time. */
const ticking = createSubscriber((update) => {
  const timer = setInterval(update, 1000);
  return () => clearInterval(timer);
});

/** The time in epoch milliseconds; whoever reads it while drawing is drawn again every second. */
export function now(): number {
  ticking();
  return Date.now();
}

/** Up to here seconds are counted; above it only minutes, which is calmer. */
const SECONDS_SHOWN = 120;

/** What is left of a time in milliseconds, in words; rounded up, never below nought. */
export function span(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  if (seconds > SECONDS_SHOWN) return t("clock-minutes", { minutes: Math.ceil(seconds / 60) });
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
