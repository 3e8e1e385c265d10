/** One person's way through the recovery window: where they are, what they typed, what is under way, and what went wrong. */
import * as backend from "../backend";
import type { ConnectionView, Delivery, Failure, FailureCode, PasswordRule, PracticePerson, StartingPoint } from "../backend";
import { PasswordRules } from "../design/password/rules.svelte";
import { Arrival } from "./arrival/arrival.svelte";
import { isSentOnce, type Act, type SentOnce } from "./acts";
import { failureOf } from "./failed";
import { failures, type Place } from "./failures";
import { Policy } from "./policy.svelte";
import { fields, homeOfName, isSigningIn, isSignInStep, type Screen } from "./screens";
import { SignIn, type Purpose } from "./sign-in/signIn.svelte";
import { noticed, refusedRule, ruleFailures, trimmedUsername, usernameFault } from "./typed";

export type Trouble = { failure: Failure; during: Act; place: Place; unsure: SentOnce | null };

/** A code that was asked for from here: for whom, where it went, when (epoch milliseconds), and whether it replaces an earlier one. */
export type Asked = { username: string; delivery: Delivery; at: number; again: boolean };

/** What can be done here with a practice message, by its purpose. */
export type UsablePurpose = "reset" | "sign-up" | "invitation" | "mfa";

/** How long a code works (AWS developer guide: one hour), and how long we wait before asking again; milliseconds. */
export const CODE_LIFE = 60 * 60_000;
export const COOL_DOWN = 30_000;

export class Journey {
  screen = $state<Screen>("opening");
  connection = $state.raw<ConnectionView | null>(null);
  offer = $state.raw<ConnectionView | null>(null);
  notice = $state<FailureCode | null>(null);

  setupCode = $state("");
  username = $state("");
  code = $state("");
  password = $state("");
  signUpCode = $state("");

  asked = $state.raw<Asked | null>(null);
  askedSignUp = $state.raw<Asked | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  pending = $state<Act | null>(null);

  readonly rules = new PasswordRules(backend.checkPassword);
  readonly signIn = new SignIn(this);
  readonly policy = new Policy(this);
  readonly arrival = new Arrival(this);

  /** The user name whose password no longer works until it is changed with a code. */
  resetDemanded = $state<string | null>(null);

  /** Grows with every answer, so that whoever shows the practice inbox knows when to look. */
  answers = $state(0);

  /** Where `stuck` and `leave` were entered from. */
  private before = $state<Screen>("start");
  private offeredFrom: Screen = "start";
  /** Until when an act is not to be tried again for a user name; epoch milliseconds, by act and name. */
  private pauses = $state.raw<Record<string, number>>({});

  get practice(): boolean {
    return this.connection?.practice != null;
  }

  begin(start: StartingPoint): void {
    this.policy.begin(start);
    this.connection = start.connection;
    this.notice = start.notice;
    this.screen = start.connection ? "who" : this.policy.home;
    if (start.refused) {
      this.trouble = { failure: start.refused, during: "open-file", place: "banner", unsure: null };
    }
    if (start.arrived) this.arrival.take(start.arrived);
    void this.arrival.look();
  }

  go(screen: Screen): void {
    const from = this.screen === "stuck" ? this.before : this.screen;
    // Whoever turns away from a sign-in leaves no password behind.
    if (isSigningIn(from) && (!isSigningIn(screen) || (screen === "sign-in" && isSignInStep(from)))) this.signIn.abandon();
    this.trouble = null;
    this.screen = screen;
  }

  /** To where another connection is found, from which `back` returns here. */
  visitLeave(): void {
    const from = this.screen === "stuck" ? this.before : this.screen;
    this.go(this.policy.locked && !this.practice ? "choose-connection" : "leave");
    // A sign-in is given up by leaving it, so only its form can be returned to.
    this.before = isSignInStep(from) ? "sign-in" : from;
  }

  /** Where `back` leads from here, or null. */
  get behind(): Screen | null {
    switch (this.screen) {
      case "setup-code":
        return this.policy.home;
      case "choose-connection":
        return this.connection ? this.before : null;
      case "confirm-connection":
        return this.offeredFrom;
      case "code":
      case "sign-up":
      case "signed-up":
      case "sign-in":
        return "who";
      case "sign-up-code":
        return "sign-up";
      case "stuck":
      case "leave":
        return this.before;
      case "own-app":
        return this.signIn.at?.step === "choose-first-factor" ? "choose-first-factor" : "sign-in";
      default:
        return isSignInStep(this.screen) ? "sign-in" : null;
    }
  }

  back(): void {
    if (this.behind && !this.pending) this.go(this.behind);
  }

  /** The failure to show at a place on this screen. */
  at(place: Place): Trouble | null {
    return this.trouble?.place === place ? this.trouble : null;
  }

  /** Something was changed at a place: what was wrong with it is no longer known to be. */
  touched(place: Place): void {
    if (this.trouble?.place === place) this.trouble = null;
  }

  /** When an act may be tried again for the user name as typed, in epoch milliseconds; nought when there is no reason to wait. */
  pausedUntil(act: Act): number {
    const name = trimmedUsername(this.username);
    const signingUp = act === "send-sign-up-code" || this.screen === "sign-up-code";
    const sends = act === "send-code" || act === "send-sign-up-code" || act === "resend";
    const asked = sends ? (signingUp ? this.askedSignUp : this.asked) : null;
    const sentAt = act === "send-sign-in-code-again" ? this.signIn.sent?.at : asked?.username === name ? asked.at : undefined;
    const cool = sentAt === undefined ? 0 : sentAt + COOL_DOWN;
    return Math.max(cool, this.pauses[`${act} ${name}`] ?? 0);
  }

  /** Shows what was noticed on the page itself. */
  refuse(code: FailureCode, during: Act): void {
    this.fail(noticed(code), during);
  }

  private fail(failure: Failure, during: Act): void {
    const unsure = failure.retry.kind === "unknown-outcome" && isSentOnce(during) ? during : null;
    // What is wrong with the name is shown where it can be mended, and what ends a sign-in where it begins.
    if (failures[failure.code].place === "username") this.screen = homeOfName(this.screen);
    if (isSignInStep(this.screen) && this.signIn.endedBy(failure.code)) this.screen = "sign-in";
    const lockedOut = failure.code === "locked-out";
    if ((lockedOut || failure.code === "too-many-tries") && failure.retry.kind === "after") {
      const until = Date.now() + failure.retry.seconds * 1000;
      this.pauses = { ...this.pauses, [`${lockedOut ? "sign-in" : during} ${trimmedUsername(this.username)}`]: until };
    }
    const rule = refusedRule(failure.code);
    if (rule) this.rules.learn(rule);
    this.trouble = { failure, during, place: unsure ? "banner" : this.placeOf(failure, during), unsure };
    if (this.trouble.place === "stuck") {
      this.before = this.screen;
      this.screen = "stuck";
    }
  }

  private placeOf({ code, detail }: Failure, during: Act): Place {
    if (this.screen === "own-password" && this.signIn.asks(detail)) return "attribute";
    const place = failures[code].place;
    // Whoever asked for another code may still hold a good one: they stay beside the field.
    if (place === "stuck") return during === "resend" || during === "send-sign-in-code-again" ? "banner" : "stuck";
    return fields[this.screen]?.includes(place) ? place : "banner";
  }

  /** Does one thing at a time. Undefined: it failed, and the failure is shown; nothing that was typed is touched. */
  async run<T>(act: Act, work: () => Promise<T>): Promise<{ value: T } | undefined> {
    if (this.pending) return undefined;
    this.trouble = null;
    this.pending = act;
    try {
      return { value: await work() };
    } catch (thrown) {
      this.fail(failureOf(thrown), act);
      return undefined;
    } finally {
      this.pending = null;
      this.answers += 1;
      void this.arrival.look();
    }
  }

  /** The trimmed user name, or null when it cannot be right, which is then shown. */
  named(during: Act): string | null {
    this.username = trimmedUsername(this.username);
    const fault = usernameFault(this.username, this.connection?.signInNames ?? []);
    if (fault) this.refuse(fault, during);
    return fault ? null : this.username;
  }

  /** `title` is the dialog's. */
  async openFile(title: string): Promise<void> {
    const chosen = await this.run("open-file", () => backend.chooseConnectionFile(title));
    if (chosen?.value) this.consider(chosen.value);
  }

  async readSetupCode(): Promise<void> {
    if (this.setupCode.trim() === "") return this.refuse("setup-code-empty", "read-code");
    const read = await this.run("read-code", () => backend.readSetupCode(this.setupCode));
    if (read) this.consider(read.value);
  }

  private consider(offer: ConnectionView): void {
    this.offer = offer;
    this.offeredFrom = this.screen;
    this.go("confirm-connection");
  }

  async acceptOffer(): Promise<void> {
    const accepted = await this.run("use-connection", () => backend.acceptConnection());
    if (accepted) this.settle(accepted.value.connection, accepted.value.notice);
  }

  async startPractice(): Promise<void> {
    const started = await this.run("practice", () => backend.startPractice("northwind"));
    if (started) this.settle(started.value, null);
  }

  /** Becomes one of the practice people, changing to their pool where needed. */
  async become(person: PracticePerson): Promise<void> {
    if (person.pool !== this.connection?.practice) {
      const started = await this.run("practice", () => backend.startPractice(person.pool));
      if (!started) return;
      this.settle(started.value, null);
    } else {
      this.forgetPerson();
    }
    this.username = person.username;
    this.go("who");
  }

  async leave(): Promise<void> {
    if (await this.run("leave-confirm", backend.leaveConnection)) {
      this.forgetPerson();
      this.setupCode = "";
      this.connection = this.offer = this.notice = this.policy.chosen = null;
      this.go(this.policy.home);
      // With one connection there is nothing to choose.
      if (this.policy.locked && this.policy.choices.length === 1) await this.policy.choose(0);
    }
  }

  openHelpDesk = () => this.run("help-desk", backend.openHelpDesk);

  /** Begins anew with this connection. */
  settle(connection: ConnectionView, notice: FailureCode | null): void {
    this.forgetPerson();
    this.setupCode = "";
    this.offer = this.policy.chosen = null;
    this.connection = connection;
    this.notice = notice;
    this.go("who");
  }

  private forgetPerson(): void {
    this.rules.forget();
    this.username = this.code = this.password = this.signUpCode = "";
    this.asked = this.askedSignUp = this.resetDemanded = null;
    this.pauses = {};
  }

  async sendCode(): Promise<void> {
    const username = this.named("send-code");
    if (username === null) return;
    const sent = await this.run("send-code", () => backend.forgotPassword(username));
    if (!sent) return;
    this.asked = { username, delivery: sent.value, at: Date.now(), again: false };
    this.code = "";
    this.go("code");
  }

  async resendCode(): Promise<void> {
    const username = this.named("resend");
    if (username === null) return;
    const sent = await this.run("resend", () => backend.forgotPassword(username));
    if (sent) this.asked = { username, delivery: sent.value, at: Date.now(), again: true };
  }

  haveCode(): void {
    const username = this.named("send-code");
    if (username === null) return;
    // What is known about a code of another name says nothing about this one.
    if (this.asked?.username !== username) this.asked = null;
    this.go("code");
  }

  async changePassword(): Promise<void> {
    const username = this.named("change-password");
    const code = this.code;
    if (username === null) return;
    if (code.trim() === "") return this.refuse("code-empty", "change-password");
    if (this.password === "") return this.refuse("password-empty", "change-password");
    const changed = await this.run("change-password", async () => {
      // A refused password costs one of the few tries that a code has, so the rules come first.
      const broken = await this.rules.firstBroken(this.password);
      if (broken) throw new backend.CommandFailed(noticed(ruleFailures[broken]));
      return backend.confirmForgotPassword(username, code, this.password);
    });
    if (!changed) return;
    this.forgetPerson();
    // Kept for whoever wants to see that the new password works.
    this.username = username;
    this.go("done");
  }

  beginSignIn(purpose: Purpose): void {
    this.signIn.purpose = purpose;
    this.go("sign-in");
  }

  /** To the code that a password is changed with, because the old one no longer works. */
  mustReset(): void {
    this.resetDemanded = trimmedUsername(this.username);
    this.haveCode();
  }

  /** The rule that the password was refused for, until the password is changed. */
  get refusedRule(): PasswordRule | null {
    const during = this.trouble?.during;
    return this.trouble && (during === "change-password" || during === "choose-own-password") ? refusedRule(this.trouble.failure.code) : null;
  }

  async sendSignUpCode(): Promise<void> {
    const username = this.named("send-sign-up-code");
    if (username === null) return;
    const act = this.screen === "sign-up-code" ? "resend" : "send-sign-up-code";
    const sent = await this.run(act, () => backend.resendSignUpCode(username));
    if (!sent) return;
    this.askedSignUp = { username, delivery: sent.value, at: Date.now(), again: act === "resend" };
    if (act === "send-sign-up-code") this.go("sign-up-code");
  }

  haveSignUpCode(): void {
    const username = this.named("send-sign-up-code");
    if (username === null) return;
    if (this.askedSignUp?.username !== username) this.askedSignUp = null;
    this.go("sign-up-code");
  }

  async confirmSignUp(): Promise<void> {
    const username = this.named("confirm-sign-up");
    const code = this.signUpCode;
    if (username === null) return;
    if (code.trim() === "") return this.refuse("code-empty", "confirm-sign-up");
    if (await this.run("confirm-sign-up", () => backend.confirmSignUp(username, code))) {
      this.signUpCode = "";
      this.askedSignUp = null;
      this.go("signed-up");
    }
  }

  /** Puts a code or a temporary password from the practice inbox where it belongs. */
  useCode(code: string, purpose: UsablePurpose): void {
    if (purpose === "mfa") {
      this.signIn.code = code;
    } else if (purpose === "invitation") {
      if (this.screen !== "sign-in") this.beginSignIn("temporary");
      this.signIn.password = code;
      this.touched("password");
    } else if (purpose === "sign-up") {
      this.signUpCode = code;
      if (this.screen !== "sign-up-code") this.haveSignUpCode();
    } else {
      this.code = code;
      if (this.screen !== "code") this.haveCode();
    }
    this.touched("code");
  }

  /** Gives up on what is under way; its own promise then says so. */
  async stopWaiting(): Promise<void> {
    try {
      await backend.stopWaiting();
    } catch {
      // Nothing is lost by it: the call under way still ends by its own time limit.
    }
  }

  again(): void {
    this.forgetPerson();
    this.go("who");
  }
}
