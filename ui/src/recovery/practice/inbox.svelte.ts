/** The practice inbox, as far as the page has seen it. */
import { untrack } from "svelte";
import { practiceInbox, type PracticeMessage } from "../../backend";

export class Inbox {
  /** Newest first. */
  messages = $state.raw<PracticeMessage[]>([]);
  failed = $state(false);

  private looking = false;

  /** Looks again. True: something new has come since the last look. */
  async look(): Promise<boolean> {
    if (this.looking) return false;
    this.looking = true;
    try {
      // Whoever looks from an effect is not to look again because something was found.
      const before = untrack(() => this.messages.length);
      this.messages = [...(await practiceInbox())].reverse();
      this.failed = false;
      return this.messages.length > before;
    } catch {
      this.failed = true;
      return false;
    } finally {
      this.looking = false;
    }
  }
}
