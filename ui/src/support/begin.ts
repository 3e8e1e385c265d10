import { mount } from "svelte";
import { nearestLanguage, setSources, speak } from "../language/messages.svelte";
import { SelfCheck } from "./selfCheck.svelte";
import Support from "./Support.svelte";

setSources({ en: () => import("./messages/en"), de: () => import("./messages/de") });

/** Puts the window's content into its frame, and begins to check. */
export async function begin(): Promise<void> {
  const check = new SelfCheck();
  const opening = check.open();
  // The system's language, as the web view knows it, is nearly always the one; its words are fetched meanwhile.
  await speak(nearestLanguage(navigator.language));
  const page = document.getElementById("page");
  page?.replaceChildren();
  if (page) mount(Support, { target: page, props: { check } });
  await opening;
  await speak(nearestLanguage(check.start?.language ?? navigator.language));
  await check.run();
}
