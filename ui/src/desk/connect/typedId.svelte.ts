/** An id being typed: it stays while its screen comes and goes. */
import type { IdFault } from "./ids";

export class TypedId {
  text = $state("");
  /** Whether its field is unfolded. */
  open = $state(false);
  /** What was wrong when it was to be used. */
  fault = $state.raw<{ kind: IdFault } | null>(null);

  constructor(private readonly check: (id: string) => IdFault | null) {}

  /** The id, as soon as it can be one. */
  readonly id = $derived.by(() => {
    const id = this.text.trim();
    return this.check(id) === null ? id : null;
  });

  /** The id to go on with; null with the fault noted. */
  take(): string | null {
    const kind = this.check(this.text.trim());
    this.fault = kind && { kind };
    return this.id;
  }

  /** Somebody typed: what was wrong with it is being mended. */
  touched(): void {
    this.fault = null;
  }
}
