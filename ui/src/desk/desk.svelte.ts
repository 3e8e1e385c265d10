/** The help desk as a whole: the access, the connections, the settings, what is on screen, and what stands in front of it. */
import { getContext, setContext } from "svelte";
import * as backend from "../backend";
import {
  CommandFailed,
  type AccessView,
  type DeskConnection,
  type DeskSettings,
  type DeskStart,
  type Failure,
  type FailureCode,
  type House,
  type ManagedSetting,
} from "../backend";
import { unmanaged } from "../design/house/standing";
import { FactorAsked } from "./access/factor.svelte";
import { Idle } from "./locked/idle";
import { failureOf, noticed } from "./words";

/** The four rooms of the desk. */
export type View = "users" | "record" | "pool" | "settings";

/** The screens on the way in. They come instead of the rooms, which stay as they are behind them. */
export type Setup = "welcome" | "access-keys" | "access-profile" | "access-identity-center" | "connect";

/** What stands in front until access is confirmed: the lock, or an access that can't be used as it is. */
export type Front = { kind: "locked" } | { kind: "access"; failure: Failure };

/** Failures that one confirmation mends, wherever they come up. */
const mendedInFront: FailureCode[] = ["desk-locked", "access-expired", "access-missing", "factor-code-needed"];

const standard: DeskSettings = {
  mode: "help-desk",
  permanentPasswords: false,
  reason: "optional",
  checklist: [],
  recordDays: null,
  lockMinutes: 15,
};

/** What a managed setting is among the settings. */
const managedAs: Record<ManagedSetting, keyof DeskSettings> = {
  mode: "mode",
  "permanent-passwords": "permanentPasswords",
  reason: "reason",
  checklist: "checklist",
  "record-days": "recordDays",
  "lock-minutes": "lockMinutes",
};

export class DeskState {
  /** Until the first answer nothing is known, and nothing is shown. */
  opened = $state(false);
  /** Why the desk could not even begin. */
  notOpened = $state.raw<Failure | null>(null);

  access = $state.raw<AccessView | null>(null);
  connections = $state.raw<DeskConnection[]>([]);
  current = $state<string | null>(null);
  settings = $state.raw<DeskSettings>(standard);

  /** What IT decided about this computer, and which of the settings. */
  house = $state.raw<House>(unmanaged);
  private managedSettings = $state.raw<ManagedSetting[]>([]);
  /** Whether a password may be tried. */
  tryPassword = $state(true);

  view = $state<View>("users");
  setup = $state<Setup | null>(null);
  front = $state.raw<Front | null>(null);

  private entered = $state(false);
  /** Whether the way in was opened from what stands in front: only then it is shown instead of it. */
  private instead = $state(false);
  private startedAt = $state<string | null>(null);

  /** The one prompt for the code of a second factor. */
  readonly factor = new FactorAsked();

  /** Everybody who waits for the confirmation in front. */
  private waiting: (() => void)[] = [];
  private readonly idle = new Idle({
    now: () => Date.now(),
    active: () => void backend.deskActive().catch(() => undefined),
    lock: () => void this.lock(),
  });

  get connection(): DeskConnection | null {
    return this.connections.find((each) => each.id === this.current) ?? null;
  }

  /** The address that everything goes to, if it isn't Amazon's own; it is on screen all the time. */
  get endpoint(): string | null {
    return this.practice ? null : (this.connection?.endpoint ?? this.startedAt);
  }

  get practice(): boolean {
    return this.access?.way === "practice";
  }

  get locked(): boolean {
    return this.front?.kind === "locked";
  }

  /** Whether what stands in front is to be seen. A way in that was open already waits behind it, as it was. */
  get frontShown(): boolean {
    return this.front !== null && !(this.setup !== null && this.instead);
  }

  /** Whether the way in has the window in front of something to come back to; else it is all there is. */
  get setupAhead(): boolean {
    return this.setup !== null && (this.ready || this.instead);
  }

  /** Whether something stands in front of the rooms: keys pressed there are not for them. */
  get roomsBehind(): boolean {
    return this.front !== null || this.setup !== null || this.factor.asked;
  }

  /**
   * Whether the rooms are there. They are entered once access and connection are; from then on they stay behind whatever
   * comes in front, so that nothing typed there is lost.
   */
  get ready(): boolean {
    return this.entered && this.connection !== null;
  }

  /** Whether IT fixed this setting. */
  manages = (setting: ManagedSetting): boolean => this.managedSettings.includes(setting);

  /** Whether only the connections of IT may be worked with. */
  get connectionsLocked(): boolean {
    return this.house.connections === "locked" && !this.practice;
  }

  /** Whether there is a recovery window to open. */
  get recoveryExists(): boolean {
    return this.house.windows !== "desk";
  }

  /** Asks what the desk begins with. */
  async open(): Promise<void> {
    this.notOpened = null;
    try {
      this.take(await backend.deskStart());
    } catch (thrown) {
      this.notOpened = failureOf(thrown);
    }
    this.opened = true;
  }

  /** Takes what the desk begins with, at the start and when practice begins or ends. */
  take(start: DeskStart): void {
    this.startedAt = start.endpoint ?? null;
    this.access = start.access;
    this.connections = start.connections;
    this.current = start.current;
    this.decided(start);
    this.idle.after(start.settings.lockMinutes);
    this.view = "users";
    this.front = null;
    this.instead = false;
    this.entered = false;
    if (start.locked) this.front = { kind: "locked" };
    else if (start.access === null && start.accessTrouble) this.front = { kind: "access", failure: start.accessTrouble };
    this.settle();
  }

  private decided({ house, managedSettings, tryPassword, settings }: DeskStart): void {
    this.house = house;
    this.managedSettings = managedSettings;
    this.tryPassword = tryPassword;
    this.settings = settings;
  }

  /** IT changed its mind: takes what it decides now. Where one is and what is typed there stays, unless its connection is gone. */
  async decideAnew(): Promise<void> {
    // Before it has begun, or where it could not, the first answer says it all.
    if (!this.opened || this.notOpened) return;
    const practice = this.practice;
    const start = await backend.deskStart().catch(() => null);
    // Somebody began or ended the practice meanwhile, and has the newer answer.
    if (!start || practice !== this.practice) return;
    // The time without use goes on, unless it is another.
    if (start.settings.lockMinutes !== this.settings.lockMinutes) this.idle.after(start.settings.lockMinutes);
    this.decided(start);
    this.connections = start.connections;
    if (this.connection === null) {
      this.current = start.current;
      this.carryOn();
    }
    if (start.locked) this.shut();
  }

  /** A way in was opened: on to what is missing, or back to where one was. */
  cameIn(access: AccessView): void {
    this.access = access;
    // One that was begun before the lock came doesn't open the lock.
    if (!this.locked || !this.frontShown) this.release();
    this.settle();
  }

  /** The access that was kept was confirmed: back to where one was, which may be on another way in. */
  confirmed(access: AccessView): void {
    this.access = access;
    this.release();
    this.carryOn();
  }

  /** A connection was made or chosen. */
  connected(connection: DeskConnection): void {
    const others = this.connections.filter((each) => each.id !== connection.id);
    this.connections = [...others, connection].sort((a, b) => a.name.localeCompare(b.name));
    this.current = connection.id;
    this.settle();
    this.view = "users";
  }

  /** A connection is gone; `current` is the one at work from now on. */
  disconnected(id: string, current: string | null): void {
    this.connections = this.connections.filter((each) => each.id !== id);
    this.current = current;
    this.settle();
  }

  /** The access is gone, and with it everything of it that was kept. */
  left(): void {
    this.access = null;
    this.entered = false;
    this.settle();
  }

  /** On to what is missing, or into the rooms. */
  private settle(): void {
    this.setup = this.whatIsMissing();
    if (this.setup === null && this.front === null) this.entered = true;
  }

  private whatIsMissing(): Setup | null {
    if (this.access === null && this.front === null) return "welcome";
    return this.connection === null && this.front === null ? "connect" : null;
  }

  /** Where `back` leads from a screen on the way in; null where there is nothing before it. */
  get behindSetup(): (() => void) | null {
    switch (this.setup) {
      case "access-keys":
      case "access-profile":
      case "access-identity-center":
        return () => (this.setup = "welcome");
      case "connect":
        return () => (this.setup = this.connection ? null : "welcome");
      case "welcome":
        // With an access that can't be used, or behind a lock, back leads to what says so.
        return (this.connection !== null && this.access !== null) || this.front !== null ? () => (this.setup = null) : null;
      default:
        return null;
    }
  }

  /** Locks, from the button or after the time without use. What is typed stays, out of sight. */
  async lock(): Promise<void> {
    if (this.locked || this.access === null) return;
    this.shut();
    // Were Rust not to hear of it, the page is locked all the same.
    await backend.lockDesk().catch(() => undefined);
  }

  private shut(): void {
    if (this.locked) return;
    // The lock may have to ask for a code itself, and there is one prompt.
    this.factor.giveUp();
    this.instead = false;
    this.front = { kind: "locked" };
  }

  /** From the lock or the sheet in front to another way in. */
  signInAnotherWay(): void {
    this.instead = this.front !== null;
    this.setup = "welcome";
  }

  /** With an access, from the ways in to what is missing still. */
  goOn(): void {
    if (this.access !== null) this.settle();
  }

  /** Somebody used the window. */
  used(): void {
    if (!this.locked) this.idle.used();
  }

  /** To be called every few seconds, and when the window comes back from sleep. */
  tick(): void {
    if (!this.locked && this.access !== null) this.idle.tick();
  }

  /** Gives up on the sheet in front, which a lock doesn't allow. */
  giveUp(): void {
    if (this.locked) return;
    this.release();
    this.carryOn();
  }

  /** Back to where one was: on another way in if that was open, else in the rooms or on the way to them. */
  private carryOn(): void {
    if (this.setup === null) this.settle();
  }

  private release(): void {
    this.front = null;
    this.instead = false;
    this.idle.begin();
    for (const go of this.waiting.splice(0)) go();
  }

  /**
   * Waits for a call. Where the access is what is in the way, the sheet comes in front with everything behind it kept;
   * once access is confirmed, or given up on, this rejects with that failure, so that the screen can offer to try again.
   * Nothing is called twice by itself: an act is sent once.
   */
  async guard<T>(call: Promise<T>): Promise<T> {
    try {
      return await call;
    } catch (thrown) {
      if (thrown instanceof CommandFailed && mendedInFront.includes(thrown.failure.code)) await this.inFront(thrown.failure);
      throw thrown;
    }
  }

  private inFront(failure: Failure): Promise<void> {
    if (failure.code === "desk-locked") this.shut();
    // Several calls may end this way at once: one sheet for all of them.
    else this.front ??= { kind: "access", failure };
    return new Promise((go) => this.waiting.push(go));
  }

  /** Changes the settings; they are as Rust then says they are. Rejects, and nothing is changed. */
  async change(part: Partial<DeskSettings>): Promise<void> {
    if (this.managedSettings.some((setting) => managedAs[setting] in part)) throw new CommandFailed(noticed("managed-by-organisation"));
    this.settings = await this.guard(backend.changeDeskSettings({ ...this.settings, ...part }));
    this.idle.after(this.settings.lockMinutes);
  }

  /** Changes to another connection. */
  async choose(id: string): Promise<void> {
    this.connected(await this.guard(backend.chooseDeskConnection(id)));
  }
}

const KEY = Symbol("desk");
export const setDesk = (desk: DeskState): DeskState => setContext(KEY, desk);
/** The desk that the component asking is part of. */
export const theDesk = (): DeskState => getContext<DeskState>(KEY);
