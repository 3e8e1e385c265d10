/** The self-check of this computer: what it starts with, how far it is, and what each check found. */
import * as backend from "../backend/support";
import type { CheckName, CheckResult, CheckState, PolicyRefused, SupportStart } from "../backend/support";

/** In the order in which one rests on the other. */
export const checks: CheckName[] = ["policy", "settings", "web-view", "keychain", "proxy", "name-lookup", "secure-connection", "clock", "pool"];

/** Where a check stands. `broken`: the check itself could not be done. */
export type RowState = "waiting" | "running" | "broken" | CheckState;
export type Row = { check: CheckName; state: RowState; result: CheckResult | null };

/** What came of all of it, by what is worst. */
export type Summary = { kind: "running" | "fine" | "noted" | "failed"; count: number };

const untouched = (): Row[] => checks.map((check) => ({ check, state: "waiting", result: null }));

export class SelfCheck {
  start = $state.raw<SupportStart | null>(null);
  /** Whether it is known what the window starts with, or that this can't be found out. */
  opened = $state(false);
  screen = $state<"checks" | "report">("checks");
  /** The report was looked at, so whoever comes back knows the way there. */
  seenReport = $state(false);
  rows = $state.raw<Row[]>(untouched());
  running = $state(false);
  /** Why the policy was refused when this window was opened, as far as it still is. */
  refused = $state.raw<PolicyRefused | null>(null);
  /** The policy was refused and no longer is: Readmit can be opened again. */
  mended = $state(false);

  /** The checks to show: what is wrong with a refused policy is said by itself. */
  readonly shown = $derived(this.refused ? this.rows.filter(({ check }) => check !== "policy") : this.rows);

  readonly summary = $derived.by((): Summary => {
    const counted = (...states: RowState[]) => this.shown.filter(({ state }) => states.includes(state)).length;
    const failed = counted("failed", "broken");
    if (this.running || counted("waiting", "running") > 0) return { kind: "running", count: this.shown.length - counted("waiting") };
    if (failed > 0) return { kind: "failed", count: failed };
    const noted = counted("noted");
    return noted > 0 ? { kind: "noted", count: noted } : { kind: "fine", count: 0 };
  });

  /** Asks what the window starts with. Where even that fails, the checks say why. */
  async open(): Promise<void> {
    const start = await backend.supportStart().catch(() => null);
    this.opened = true;
    if (start === null) return;
    this.mended = start.policy === null && (this.mended || this.refused !== null);
    this.start = start;
    this.refused = start.policy;
  }

  /** Does every check, one after the other. */
  async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.rows = untouched();
    for (const check of checks) {
      this.put({ check, state: "running", result: null });
      this.put(await this.done(check));
    }
    this.running = false;
  }

  /** Looks once more, also at whether the policy was put right. */
  async again(): Promise<void> {
    if (this.running) return;
    this.rows = untouched();
    await this.open();
    await this.run();
  }

  openReport(): void {
    this.seenReport = true;
    this.screen = "report";
  }

  private async done(check: CheckName): Promise<Row> {
    try {
      const result = await backend.runCheck(check);
      return { check, state: result.state, result };
    } catch {
      return { check, state: "broken", result: null };
    }
  }

  private put(row: Row): void {
    this.rows = this.rows.map((each) => (each.check === row.check ? row : each));
  }
}
