/** A connection that comes by a file or a link while something else is on screen. Nothing of that is lost, whatever comes of it. */
import * as backend from "../../backend";
import type { ArrivedOffer, ConnectionView, Failure } from "../../backend";
import { failureOf } from "../failed";
import type { Journey } from "../journey.svelte";

export class Arrival {
  /** What is offered, in front of the screen. */
  offer = $state.raw<ConnectionView | null>(null);
  /** Why the offer in front could not be taken. */
  failure = $state.raw<Failure | null>(null);
  /** Why one that came can't be used; said above whatever is on screen until it was read. */
  refused = $state.raw<Failure | null>(null);

  /** One has come that wasn't asked for yet. */
  private due = false;
  /** One was asked for and waits for a call under way to end. */
  private held: ArrivedOffer | null = null;

  constructor(private readonly journey: Journey) {}

  /** One has come. */
  async came(): Promise<void> {
    this.due = true;
    await this.look();
  }

  /** Shows what has come as soon as nothing else is under way. To be called whenever something ended. */
  async look(): Promise<void> {
    if (this.busy) return;
    if (this.held) return this.take(this.held);
    if (!this.due) return;
    this.due = false;
    const arrived = await backend.arrivedOffer().catch(() => null);
    if (!arrived) return;
    if (this.busy) this.held = arrived;
    else this.take(arrived);
  }

  /** What has come, where it may be shown at once. */
  take({ connection, refused }: ArrivedOffer): void {
    this.held = null;
    this.refused = refused;
    this.offer = connection;
    this.failure = null;
  }

  /** A second one waits until the first is decided, so that what is pressed belongs to what is read. */
  private get busy(): boolean {
    return this.journey.pending !== null || this.offer !== null || this.journey.screen === "opening";
  }

  /** Takes it, in place of what was there. */
  async accept(): Promise<void> {
    if (this.journey.pending || !this.offer) return;
    this.failure = null;
    // Not `run`: what went wrong on the screen behind is still to be read there, should this fail.
    this.journey.pending = "use-connection";
    try {
      const { connection, notice } = await backend.acceptConnection(true);
      this.offer = this.refused = null;
      this.journey.settle(connection, notice);
    } catch (thrown) {
      this.failure = failureOf(thrown);
    } finally {
      this.journey.pending = null;
    }
    await this.look();
  }

  /** Not now: back to where one was, with everything as it was typed. */
  async decline(): Promise<void> {
    if (this.journey.pending || !this.offer) return;
    this.offer = this.failure = null;
    // Were Rust not to hear of it, the next one takes its place there all the same.
    await backend.declineOffer().catch(() => undefined);
    await this.look();
  }

  /** The refusal was read. */
  read(): void {
    this.refused = null;
  }
}
