import { mount } from "svelte";
import { CommandFailed, onHouseChanged, onOfferArrived, startingPoint, type StartingPoint } from "../backend";
import { unmanaged } from "../design/house/standing";
import { nearestLanguage, setSources, speak } from "../language/messages.svelte";
import { Journey } from "./journey.svelte";
import Recovery from "./Recovery.svelte";

setSources({ en: () => import("./messages/en"), de: () => import("./messages/de") });

/** What to start with when even that could not be asked. */
const withoutStart = (thrown: unknown): StartingPoint => ({
  connection: null,
  refused: thrown instanceof CommandFailed ? thrown.failure : null,
  language: navigator.language,
  notice: null,
  house: unmanaged,
  choices: [],
  arrived: null,
});

/** Puts the window's content into its frame. */
export async function begin(): Promise<void> {
  const journey = new Journey();
  // Heard before anything is asked, or what comes meanwhile would be missed.
  onHouseChanged(() => void journey.policy.decideAnew());
  onOfferArrived(() => void journey.arrival.came());
  const starting = startingPoint().catch(withoutStart);
  // The system's language, as the web view knows it, is nearly always the one; its words are fetched meanwhile.
  await speak(nearestLanguage(navigator.language));
  const page = document.getElementById("page");
  page?.replaceChildren();
  if (page) mount(Recovery, { target: page, props: { journey } });
  const start = await starting;
  await speak(nearestLanguage(start.language));
  journey.begin(start);
}
