/** A way in to AWS being opened, with the prompt for a second factor where one is asked for. */
import { stopDesk, type AccessView } from "../../backend";
import { Attempt } from "../attempt.svelte";
import type { DeskState } from "../desk.svelte";
import type { Place } from "../failures";

export class OpeningAccess extends Attempt {
  /** `fields` are the ids on the screen that a failure can be shown at. */
  constructor(
    private readonly desk: DeskState,
    fields: Place[] = [],
  ) {
    super(fields);
  }

  /** Opens it. Null: it didn't work, or was given up; then an answer that comes all the same opens nothing. */
  async open(call: (factorCode: string | null) => Promise<AccessView>): Promise<AccessView | null> {
    let access: AccessView | null = null;
    const opened = await this.run(async () => {
      access = await this.desk.factor.with(call);
    });
    return opened ? access : null;
  }

  /** They don't want to wait any longer. */
  override stop(): void {
    if (this.busy) void stopDesk().catch(() => undefined);
    super.stop();
  }

  /** The screen is left: nothing is to go on behind it. */
  leave(): void {
    if (this.busy) void stopDesk().catch(() => undefined);
    this.giveUp();
  }
}
