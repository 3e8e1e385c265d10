import { mount } from "svelte";
import { onHouseChanged, preferredLanguage } from "../backend";
import { nearestLanguage, setSources, speak } from "../language/messages.svelte";
import Desk from "./Desk.svelte";
import { DeskState } from "./desk.svelte";

setSources({ en: () => import("./messages/en"), de: () => import("./messages/de") });

/** Puts the window's content into its frame. */
export async function begin(): Promise<void> {
  const desk = new DeskState();
  onHouseChanged(() => void desk.decideAnew());
  const opening = desk.open();
  const language = await preferredLanguage().catch(() => navigator.language);
  await speak(nearestLanguage(language));
  const page = document.getElementById("page");
  if (page) mount(Desk, { target: page, props: { desk } });
  await opening;
}
