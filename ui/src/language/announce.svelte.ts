/** What a screen reader is to say about a change that no one pressed for or that has no place of its own. */
import { untrack } from "svelte";

let said = $state("");

/** The newest announcement, for the page's one live region. */
export const announcement = (): string => said;

/** Says something politely. The same words twice in a row are told apart by an invisible space, or they would not be read again. */
export function say(words: string): void {
  said = untrack(() => said) === words ? `${words}\u00A0` : words;
}
