/** What IT decided about this computer, as far as it changes somebody's way through the recovery window. */
import * as backend from "../backend";
import type { ConnectionView, HelpDesk, House, StartingPoint } from "../backend";
import { unmanaged } from "../design/house/standing";
import type { Journey } from "./journey.svelte";
import type { Screen } from "./screens";

export class Policy {
  house = $state.raw<House>(unmanaged);
  /** The connections it has set up, to choose from. */
  choices = $state.raw<ConnectionView[]>([]);
  /** Which of them is at work, if it was chosen here. */
  chosen = $state<number | null>(null);

  constructor(private readonly journey: Journey) {}

  /** Whether no other connections may be used than those. Practising harms nobody, so it is left. */
  get locked(): boolean {
    return this.house.connections === "locked";
  }

  /** Where one begins without a connection. */
  get home(): Screen {
    return this.locked && this.choices.length > 0 ? "choose-connection" : "start";
  }

  /** Whether there is another connection to turn to from the one at work. */
  get leavable(): boolean {
    const { connection, practice } = this.journey;
    return connection !== null && (practice || !this.locked || this.choices.length > 1);
  }

  /** Whom to ask: whoever IT names, else whoever the connection names. */
  get helpDesk(): HelpDesk | null {
    return this.house.helpDesk ?? this.journey.connection?.helpDesk ?? null;
  }

  /** Whose sign-in this is, by name; null while that isn't known. */
  get organisation(): string | null {
    const own = this.journey.connection?.organisation ?? null;
    return this.journey.practice ? own : (this.house.organisation ?? own);
  }

  begin({ house, choices }: StartingPoint): void {
    this.house = house;
    this.choices = choices;
  }

  /** IT changed its mind: what it decides now holds at once, and nothing that was typed is touched. */
  async decideAnew(): Promise<void> {
    // Until the window has begun, its first answer says it all.
    if (this.journey.screen === "opening") return;
    const house = await backend.house().catch(() => null);
    if (house) this.house = house;
  }

  /** Takes one of the choices, by its place among them. */
  async choose(index: number): Promise<void> {
    const { journey } = this;
    if (journey.connection && index === this.chosen) return journey.back();
    const accepted = await journey.run("choose-connection", () => backend.chooseConnection(index));
    if (!accepted) return;
    journey.settle(accepted.value.connection, accepted.value.notice);
    this.chosen = index;
  }
}
