import type { DeskState } from "../desk.svelte";

/** What counts as somebody being there. */
const uses = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

/** How often the time is looked at, in milliseconds. */
const LOOK_EVERY = 5000;

/** Tells the desk whenever it is used, and lets it look at the time; returns how to end that. */
export function watchUse(desk: DeskState): () => void {
  const used = () => desk.used();
  const look = () => desk.tick();
  const options = { capture: true, passive: true };
  for (const use of uses) window.addEventListener(use, used, options);
  // Timers stand still while the computer sleeps, so coming back is looked at too.
  document.addEventListener("visibilitychange", look);
  window.addEventListener("focus", look);
  const timer = setInterval(look, LOOK_EVERY);
  return () => {
    clearInterval(timer);
    for (const use of uses) window.removeEventListener(use, used, options);
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("focus", look);
  };
}
