/** The one prompt for the code of a second factor: in front of everything, and never two at once. */
import { CommandFailed, stopDesk, type Failure } from "../../backend";

/** Failures that belong to the code and are mended by typing another. */
const aboutTheCode = ["factor-code-needed", "factor-code-wrong", "factor-code-malformed"];

/** A prompt on screen: what it needs the code for, and who waits. */
type Prompt = { call: (code: string) => Promise<unknown>; done: (value: unknown) => void; failed: (thrown: unknown) => void };

export class FactorAsked {
  /** Whether the prompt is on screen. */
  asked = $state(false);
  code = $state("");
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);

  private prompt: Prompt | null = null;

  /**
   * Calls without a code first; where one is asked for, shows the prompt and calls again with what is typed, until it is
   * taken, something else goes wrong, or they give up: then this rejects with the failure that asked for the code.
   */
  async with<T>(call: (code: string | null) => Promise<T>): Promise<T> {
    try {
      return await call(null);
    } catch (thrown) {
      const needed = thrown instanceof CommandFailed && thrown.failure.code === "factor-code-needed";
      if (!needed || this.asked) throw thrown;
      return new Promise<T>((resolve, reject) => {
        this.prompt = { call, done: (value) => resolve(value as T), failed: (other) => reject(other ?? thrown) };
        this.failure = null;
        this.code = "";
        this.asked = true;
      });
    }
  }

  /** Sends the code that was typed. A code works once, so it is gone afterwards. */
  async send(): Promise<void> {
    const { prompt } = this;
    if (!prompt || this.busy) return;
    this.busy = true;
    this.failure = null;
    try {
      const value = await prompt.call(this.code.replace(/\s/g, ""));
      this.close();
      prompt.done(value);
    } catch (thrown) {
      if (this.prompt !== prompt) return;
      if (thrown instanceof CommandFailed && aboutTheCode.includes(thrown.failure.code)) {
        this.failure = thrown.failure;
      } else {
        this.close();
        prompt.failed(thrown);
      }
    } finally {
      if (this.prompt === prompt || this.prompt === null) this.busy = false;
    }
  }

  /** They have no code at hand. */
  giveUp(): void {
    const { prompt } = this;
    // A code that is on its way would open the access all the same.
    if (this.busy) void stopDesk().catch(() => undefined);
    this.close();
    prompt?.failed(null);
  }

  private close(): void {
    this.prompt = null;
    this.asked = false;
    this.code = "";
    this.failure = null;
    this.busy = false;
  }
}
