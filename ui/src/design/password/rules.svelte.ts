/** How the password, as it is being typed, stands with the pool's rules. */
import type { PasswordCheck, PasswordRule } from "../../backend";

/** How long typing has to rest before the rules are looked at; milliseconds. */
const REST = 60;

export class PasswordRules {
  /** The newest answer. Null: none yet. */
  check = $state.raw<PasswordCheck | null>(null);
  /** The rules could not be looked at; the service will. */
  failed = $state(false);
  /** Rules that nothing here knew of until the service asked for them. */
  learned = $state.raw<PasswordRule[]>([]);

  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `ask` compares a password with the rules that hold in this window. */
  constructor(private readonly ask: (password: string) => Promise<PasswordCheck>) {}

  /** Looks at a password soon, unless another is typed meanwhile. */
  watch(password: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(password), this.check ? REST : 0);
  }

  /** The first rule that the password breaks, or null: none, or it could not be told. */
  async firstBroken(password: string): Promise<PasswordRule | null> {
    clearTimeout(this.timer);
    const check = await this.look(password);
    return check && !check.acceptable ? (check.rules.find((rule) => !rule.met)?.rule ?? null) : null;
  }

  private async look(password: string): Promise<PasswordCheck | null> {
    const turn = ++this.turn;
    try {
      const check = await this.ask(password);
      // An answer about an older text must not overwrite a newer one.
      if (turn === this.turn) {
        this.check = check;
        this.failed = false;
      }
      return check;
    } catch {
      if (turn === this.turn) this.failed = true;
      return null;
    }
  }

  /** Takes note of a rule that the service asked for although the check here was content. */
  learn(rule: PasswordRule): void {
    const foreseen = this.check?.rules.some((each) => each.rule === rule && !each.met);
    if (!foreseen && !this.learned.includes(rule)) this.learned = [...this.learned, rule];
  }

  forget(): void {
    clearTimeout(this.timer);
    this.turn += 1;
    this.check = null;
    this.failed = false;
    this.learned = [];
  }
}
