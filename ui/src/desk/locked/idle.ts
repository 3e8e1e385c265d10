/** When the desk locks itself, and how often it says that somebody is there. */

/** How often use is reported, in milliseconds. */
export const REPORT_EVERY = 30_000;

type World = {
  /** The time in milliseconds. It goes on while the computer sleeps. */
  now: () => number;
  /** Somebody is there. */
  active: () => void;
  /** Nobody was there for too long. */
  lock: () => void;
};

export class Idle {
  private life = 15 * 60_000;
  private lastUse: number;
  private lastReport = -Infinity;

  constructor(private readonly world: World) {
    this.lastUse = world.now();
  }

  /** Locks after this many minutes without use from now on. */
  after(minutes: number): void {
    this.life = minutes * 60_000;
    this.lastUse = this.world.now();
  }

  /** Somebody pressed, typed or moved something. */
  used(): void {
    const now = this.world.now();
    // The time may have run out while the computer slept: the first key after that is no use, it comes too late.
    if (now - this.lastUse >= this.life) return this.world.lock();
    this.lastUse = now;
    if (now - this.lastReport < REPORT_EVERY) return;
    this.lastReport = now;
    this.world.active();
  }

  /** Access was confirmed: the time begins anew. */
  begin(): void {
    this.lastUse = this.world.now();
  }

  /** Looks at the time. */
  tick(): void {
    if (this.world.now() - this.lastUse >= this.life) this.world.lock();
  }
}
