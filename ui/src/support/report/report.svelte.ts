/** The report for support: what it holds, and what became of it. */
import * as backend from "../../backend/support";
import { CommandFailed, type Failure } from "../../backend/support";

const failureOf = (thrown: unknown): Failure =>
  thrown instanceof CommandFailed ? thrown.failure : { code: "unknown", retry: { kind: "never" }, requestId: null, detail: null };

export class Report {
  /** Exactly what would be written; null until it is known. */
  text = $state<string | null>(null);
  pending = $state<"preview" | "save" | "copy" | null>(null);
  failure = $state.raw<Failure | null>(null);
  done = $state<"saved" | "copied" | null>(null);

  preview(): Promise<void> {
    return this.attempt("preview", async () => {
      this.text = await backend.previewReport();
    });
  }

  save(title: string): Promise<void> {
    return this.attempt("save", async () => {
      if (await backend.saveReport(title)) this.done = "saved";
    });
  }

  copy(): Promise<void> {
    return this.attempt("copy", async () => {
      await backend.copyReport();
      this.done = "copied";
    });
  }

  private async attempt(what: "preview" | "save" | "copy", act: () => Promise<void>): Promise<void> {
    if (this.pending) return;
    this.pending = what;
    this.failure = null;
    this.done = null;
    try {
      await act();
    } catch (thrown) {
      this.failure = failureOf(thrown);
    } finally {
      this.pending = null;
    }
  }
}
