/** The sign-in over IAM Identity Center: the start page, the browser, then an account and a role in it. */
import * as backend from "../../backend";
import type { Account, Prompt } from "../../backend";
import { language, t } from "../../language/messages.svelte";
import { Attempt } from "../attempt.svelte";
import type { DeskState } from "../desk.svelte";
import { OpeningAccess } from "./openingAccess";
import { roleFields, RoleTyped } from "./role.svelte";

export type Step = "start" | "browser" | "account";

export class IdentityCenterSignIn {
  step = $state<Step>("start");
  startUrl = $state("");
  region = $state("");
  regions = $state.raw<string[]>([]);
  prompt = $state.raw<Prompt | null>(null);
  /** When the browser's time is over, in milliseconds since 1970. */
  until = $state(0);
  accounts = $state.raw<Account[]>([]);
  account = $state.raw<Account | null>(null);
  roles = $state.raw<string[]>([]);
  roleName = $state("");
  filter = $state("");

  readonly role = new RoleTyped();
  readonly beginning = new Attempt(["start-url", "sso-region"]);
  readonly reading = new Attempt();
  readonly using: OpeningAccess;

  readonly shown = $derived.by(() => {
    const wanted = this.filter.trim().toLocaleLowerCase();
    return this.accounts.filter(({ id, name }) => id.includes(wanted) || (name ?? "").toLocaleLowerCase().includes(wanted));
  });

  constructor(private readonly desk: DeskState) {
    this.using = new OpeningAccess(desk, roleFields);
  }

  /** The sign-in behind the accounts is over: nothing works any more but to sign in again. */
  get over(): boolean {
    return [this.reading.failure, this.using.failure].some((failure) => failure?.code === "access-expired");
  }

  /** Which Regions there are to choose from, the likely one first chosen. */
  async readRegions(): Promise<void> {
    const { all, guess } = await backend.listRegions().catch(() => ({ all: [], guess: null }));
    this.regions = all;
    if (!this.region) this.region = guess ?? all[0] ?? "";
  }

  /** Opens the browser, and waits for what happens there. */
  async begin(): Promise<void> {
    await this.beginning.run(async () => {
      const still = this.beginning.current;
      this.prompt = await backend.beginIdentityCenter(this.startUrl.trim(), this.region, {
        language: language(),
        done: t("browser-landing-done"),
        refused: t("browser-landing-refused"),
      });
      if (!still()) return void backend.stopDesk().catch(() => undefined);
      this.until = Date.now() + this.prompt.expiresInSeconds * 1000;
      this.step = "browser";
      try {
        const accounts = await backend.finishIdentityCenter();
        if (!still()) return;
        this.accounts = accounts;
        this.step = "account";
      } catch (thrown) {
        if (still()) this.step = "start";
        throw thrown;
      } finally {
        if (still()) this.prompt = null;
      }
    });
    const only = this.accounts.length === 1 ? this.accounts[0] : undefined;
    if (this.step === "account" && only) await this.choose(only);
  }

  /** Shows the browser's page once more. */
  async openAgain(): Promise<void> {
    await this.reading.run(async () => void (await backend.openIdentityCenterPage()));
  }

  /** Gives up on the browser. */
  stop(): void {
    this.beginning.giveUp();
    this.prompt = null;
    this.step = "start";
    void backend.stopDesk().catch(() => undefined);
  }

  /** Looks at which roles there are in an account. */
  async choose(account: Account): Promise<void> {
    this.reading.giveUp();
    this.account = account;
    this.roles = [];
    this.roleName = "";
    this.using.failure = null;
    await this.reading.run(async () => {
      const still = this.reading.current;
      const roles = await backend.identityCenterRoles(account.id);
      if (!still()) return;
      this.roles = roles;
      this.roleName = roles[0] ?? "";
    });
  }

  /** Goes in. */
  async use(): Promise<void> {
    const { account, roleName } = this;
    if (!account || !roleName) return;
    const access = await this.using.open((factorCode) =>
      backend.useIdentityCenter({ accountId: account.id, roleName, role: this.role.form, factorCode }),
    );
    if (access) this.desk.cameIn(access);
  }

  /** To the browser once more, with what was typed at the start. */
  async signInAgain(): Promise<void> {
    this.reading.giveUp();
    this.reading.failure = null;
    this.using.failure = null;
    this.account = null;
    this.roles = [];
    this.step = "start";
    await this.begin();
  }

  /** The screen is left: nothing is to go on behind it. */
  leave(): void {
    if (this.beginning.busy) this.stop();
    this.reading.giveUp();
    this.using.leave();
  }
}
