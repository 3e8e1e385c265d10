/** One thing that a form tries: whether it is under way, and what went wrong the last time. What was typed stays. */
import type { Failure } from "../backend";
import { failures, type Place } from "./failures";
import { failureOf, noticed } from "./words";

export class Attempt {
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);

  /** Counts the tries, so that the answer to one that was given up is dropped. */
  private turn = 0;

  /** `fields` are the ids on the screen that a failure can be shown at. */
  constructor(private readonly fields: Place[] = []) {}

  /** Tries, unless it is being tried already. True: it worked, and nobody gave it up meanwhile. */
  async run(call: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    const turn = ++this.turn;
    this.busy = true;
    this.failure = null;
    try {
      await call();
      return turn === this.turn;
    } catch (thrown) {
      if (turn === this.turn) this.failure = failureOf(thrown);
      return false;
    } finally {
      if (turn === this.turn) this.busy = false;
    }
  }

  /** Whether this is still the try that is waited for; asked after each step of a longer call. */
  get current(): () => boolean {
    const turn = this.turn;
    return () => turn === this.turn;
  }

  /** Stops waiting. Whatever answer still comes is dropped. */
  giveUp(): void {
    this.turn++;
    this.busy = false;
  }

  /** They don't want to wait any longer: says so, with the way to try again. */
  stop(): void {
    if (!this.busy) return;
    this.giveUp();
    this.failure = noticed("stopped-waiting");
  }

  /** The failure, if it belongs at this place: at its field, or above the form where that field isn't here. */
  at(place: Place): Failure | null {
    if (!this.failure) return null;
    const own = failures[this.failure.code].place;
    const shown = own !== "banner" && this.fields.includes(own) ? own : "banner";
    return shown === place ? this.failure : null;
  }

  /** Somebody typed there: what was wrong with it is being mended. */
  touched(place: Place): void {
    if (this.failure && failures[this.failure.code].place === place) this.failure = null;
  }
}
