import { createContext } from "svelte";
import type { Journey } from "./journey.svelte";

/** The one journey of this window, for every screen in it. */
export const [theJourney, setJourney] = createContext<Journey>();
