/** One attempt to sign in: what was typed for it, where it stands, and what each answer leads to. */
import * as backend from "../../backend";
import type { Factor, FailureCode, FirstFactor, SignInStep, SignInView } from "../../backend";
import { language, nearestLanguage } from "../../language/messages.svelte";
import type { SignInAct } from "../acts";
import type { Journey } from "../journey.svelte";
import { noticed, ruleFailures } from "../typed";
import { AttributeDraft } from "./own-password/draft.svelte";

/** Why somebody signs in here: with the password they were given, or to see whether they can. */
export type Purpose = "temporary" | "check";

/** A code that went out: when (epoch milliseconds), and whether it replaces an earlier one. */
export type SentCode = { at: number; again: boolean };

/** After these there is no session to go on with, so one begins again with the user name and password. */
const ending: FailureCode[] = [
  "session-ended",
  "wrong-password",
  "locked-out",
  "user-disabled",
  "temporary-password-expired",
  "temporary-password-spent",
];

/** The page's language with the region that the system has for it, as a BCP 47 tag. */
const regionalLanguage = (): string => navigator.languages.find((tag) => nearestLanguage(tag) === language()) ?? language();

export class SignIn {
  purpose = $state<Purpose>("check");

  password = $state("");
  /** Whether a practice password was asked for that nobody was given. */
  unknownInPractice = $state(false);
  own = $state("");
  code = $state("");
  /** One for each attribute that is asked for, with what was typed for it. */
  drafts = $state.raw<AttributeDraft[]>([]);

  /** Where the sign-in stands. Null: it hasn't begun, or was given up. */
  at = $state.raw<SignInStep | null>(null);
  /** The session had run out before the newest answer, which therefore stands at the same step again. */
  renewed = $state(false);
  /** Grows with every answer, so that a screen that stays notices. */
  answers = $state(0);
  /** The newest code by email or text message. */
  sent = $state.raw<SentCode | null>(null);
  /** What was found to work, when it is over: a password chosen on the way, the one that was typed, or a code alone. */
  proven = $state<"chosen" | "password" | "code">("password");
  /** Whether an authenticator was set up on the way. */
  equipped = $state(false);

  /** Grows with every sign-in that is given up. */
  private attempt = 0;

  constructor(private readonly journey: Journey) {}

  /** Whether an attribute of this name is asked for. */
  asks = (name: string | null): boolean => this.drafts.some((draft) => draft.asked.name === name);

  /** Whether a sign-in that failed with this can't go on from where it stood. */
  endedBy = (code: FailureCode): boolean => ending.includes(code);

  async begin(): Promise<void> {
    const username = this.journey.named("sign-in");
    if (username === null) return;
    if (this.password === "") return this.journey.refuse("password-empty", "sign-in");
    this.proven = "password";
    this.equipped = false;
    await this.ask("sign-in", () => backend.signIn(username, this.password));
  }

  /** In practice nobody is there to ask for a password: whoever has one that they were given finds it here. */
  async fillInPracticed(): Promise<void> {
    const password = await backend.practicePassword(this.journey.username).catch(() => null);
    this.unknownInPractice = password === null;
    if (password === null) return;
    this.password = password;
    this.journey.touched("password");
  }

  async chooseFirstFactor(choice: FirstFactor): Promise<void> {
    // That one is asked for by the system, in a window that only the organisation's own page may open.
    if (choice === "passkey") return this.journey.go("own-app");
    this.proven = choice === "password" ? "password" : "code";
    await this.ask("choose-first-factor", () => backend.chooseFirstFactor(choice));
  }

  async chooseOwnPassword(): Promise<void> {
    const act = "choose-own-password";
    if (this.own === "") return this.journey.refuse("password-empty", act);
    if (this.own === this.password) return this.journey.refuse("password-not-new", act);
    await this.ask(act, async () => {
      // A refusal by the service may cost the session, so whatever can be seen here comes first.
      const broken = await this.journey.rules.firstBroken(this.own);
      if (broken) throw new backend.CommandFailed(noticed(ruleFailures[broken]));
      for (const draft of this.drafts) {
        const fault = draft.fault;
        if (fault) throw new backend.CommandFailed(noticed(fault, draft.asked.name));
      }
      const attributes = Object.fromEntries(this.drafts.map((draft) => [draft.asked.name, draft.value]));
      return backend.chooseOwnPassword(this.own, attributes);
    });
  }

  async answerCode(): Promise<void> {
    const code = this.code;
    if (code.trim() === "") return this.journey.refuse("code-empty", "answer-sign-in-code");
    await this.ask("answer-sign-in-code", () => backend.answerSignInCode(code));
  }

  async chooseFactor(factor: Factor): Promise<void> {
    await this.ask("choose-factor", () => backend.chooseFactor(factor));
  }

  async confirmAuthenticator(): Promise<void> {
    const code = this.code;
    if (code.trim() === "") return this.journey.refuse("code-empty", "confirm-authenticator");
    await this.ask("confirm-authenticator", () => backend.confirmAuthenticator(code));
  }

  async sendCodeAgain(): Promise<void> {
    await this.ask("send-sign-in-code-again", backend.sendSignInCodeAgain);
  }

  /** Forgets what was typed but the user name, here and in Rust. */
  abandon(): void {
    this.attempt += 1;
    this.password = this.own = this.code = "";
    this.drafts = [];
    this.at = this.sent = null;
    this.renewed = false;
    this.journey.rules.forget();
    // Nothing can be done about a failure: the session then ends by its own time.
    backend.abandonSignIn().catch(() => undefined);
  }

  private async ask(act: SignInAct, work: () => Promise<SignInView>): Promise<void> {
    const attempt = this.attempt;
    const answer = await this.journey.run(act, work);
    if (!answer) return;
    if (attempt === this.attempt) this.show(answer.value, act);
    // Somebody became another person meanwhile: this answer is nobody's.
    else this.abandon();
  }

  private show({ at, renewed }: SignInView, act: SignInAct): void {
    this.at = at;
    this.renewed = renewed;
    this.answers += 1;
    if (act === "choose-own-password" && at.step !== "new-password") this.proven = "chosen";
    if (act === "confirm-authenticator" && at.step !== "set-up-authenticator") this.equipped = true;
    switch (at.step) {
      case "new-password": {
        const known = new Map(this.drafts.map((draft) => [draft.asked.name, draft]));
        this.drafts = at.attributes.map((asked) => known.get(asked.name) ?? new AttributeDraft(asked, regionalLanguage()));
        return this.journey.go("own-password");
      }
      case "code":
        return this.awaitCode(at.via, renewed, act);
      case "choose-factor":
        return this.journey.go("choose-factor");
      case "set-up-authenticator":
        this.code = "";
        return this.journey.go("set-up-authenticator");
      case "choose-first-factor":
        return this.journey.go("choose-first-factor");
      case "own-app":
        return this.journey.go("own-app");
      case "reset-required":
        return this.journey.mustReset();
      case "done":
        // Leaving the form gives up the session, which nobody needs any more.
        return this.journey.go("signed-in");
    }
  }

  private awaitCode(via: Factor, renewed: boolean, act: SignInAct): void {
    const again = renewed || act === "send-sign-in-code-again";
    // What an authenticator shows doesn't depend on the session; every other code is void with it.
    if (via !== "authenticator" || !renewed) this.code = "";
    this.sent = via === "authenticator" ? null : { at: Date.now(), again };
    this.journey.go("sign-in-code");
  }
}
