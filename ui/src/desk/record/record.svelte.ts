/** The record as it is being read: what is looked for, and the entries found, a window of them at a time. */
import { exportRecord, searchRecord, verifyRecord, type Act, type Failure, type RecordEntry, type RecordOutcome, type RecordQuery, type Verification } from "../../backend";
import { failureOf } from "../words";

const REST = 150;
/** How many entries are kept at most, and how many are let go at once when there are more. */
const KEPT = 3000;
const LET_GO = 600;

type Guard = <T>(call: Promise<T>) => Promise<T>;

export class TheRecord {
  text = $state("");
  act = $state<Act | "all">("all");
  outcome = $state<RecordOutcome | "all">("all");

  entries = $state.raw<RecordEntry[]>([]);
  /** How many newer entries were let go. */
  first = $state(0);
  more = $state(false);
  answered = $state.raw<RecordQuery | null>(null);
  looking = $state<"search" | "more" | null>(null);
  failure = $state.raw<Failure | null>(null);

  chosen = $state.raw<RecordEntry | null>(null);

  verifying = $state(false);
  verification = $state.raw<Verification | null>(null);
  exporting = $state(false);
  exported = $state(false);
  /** What went wrong with checking or exporting. */
  trouble = $state.raw<Failure | null>(null);

  private next: number | null = null;
  private failed: "search" | "more" = "search";
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly guard: Guard) {}

  get query(): RecordQuery {
    return {
      text: this.text.trim(),
      from: null,
      to: null,
      ...(this.act === "all" ? {} : { act: this.act }),
      ...(this.outcome === "all" ? {} : { outcome: this.outcome }),
    };
  }

  get everything(): boolean {
    return this.text.trim() === "" && this.act === "all" && this.outcome === "all";
  }

  /** Whether the words looked for are more than the record can be searched for. */
  get tooLong(): boolean {
    return this.failure?.code === "search-too-long";
  }

  typed(): void {
    clearTimeout(this.timer);
    this.turn += 1;
    this.looking = null;
    this.failure = null;
    this.timer = setTimeout(() => void this.look(), REST);
  }

  showAll(): void {
    this.text = "";
    this.act = "all";
    this.outcome = "all";
    void this.look();
  }

  async look(): Promise<void> {
    clearTimeout(this.timer);
    const query = this.query;
    await this.read("search", query, null);
  }

  async older(): Promise<void> {
    if (!this.more || this.looking || this.failure || !this.answered) return;
    await this.read("more", this.answered, this.next);
  }

  private async read(what: "search" | "more", query: RecordQuery, before: number | null): Promise<void> {
    const turn = ++this.turn;
    this.looking = what;
    this.failure = null;
    try {
      const page = await this.guard(searchRecord(query, before));
      if (turn !== this.turn) return;
      const all = what === "search" ? page.entries : [...this.entries, ...page.entries];
      const gone = all.length > KEPT ? LET_GO : 0;
      this.first = what === "search" ? 0 : this.first + gone;
      this.entries = gone > 0 ? all.slice(gone) : all;
      if (what === "search") this.answered = query;
      this.next = page.next;
      this.more = page.next !== null;
    } catch (thrown) {
      if (turn !== this.turn) return;
      this.failure = failureOf(thrown);
      this.failed = what;
    }
    this.looking = null;
  }

  again(): void {
    const what = this.failed;
    this.failure = null;
    void (what === "more" ? this.older() : this.look());
  }

  /** They don't want to wait any longer; the answer, should it come, is dropped. */
  stop(): void {
    this.turn += 1;
    this.failed = this.looking ?? "search";
    this.looking = null;
    this.failure = { code: "stopped-waiting", retry: { kind: "now" }, requestId: null, detail: null };
  }

  async verify(): Promise<void> {
    if (this.verifying) return;
    this.verifying = true;
    this.verification = null;
    this.trouble = null;
    try {
      this.verification = await this.guard(verifyRecord());
    } catch (thrown) {
      this.trouble = failureOf(thrown);
    }
    this.verifying = false;
  }

  /** Saves what is being shown, through a dialog with this title. */
  async save(format: "csv" | "json", title: string): Promise<void> {
    if (this.exporting) return;
    this.exporting = true;
    this.exported = false;
    this.trouble = null;
    try {
      this.exported = await this.guard(exportRecord(this.answered ?? this.query, format, title));
    } catch (thrown) {
      const failure = failureOf(thrown);
      // What is looked for stands in the search, and is mended there.
      if (failure.code === "search-too-long") this.failure = failure;
      else this.trouble = failure;
    }
    this.exporting = false;
  }

  leave(): void {
    clearTimeout(this.timer);
    this.turn += 1;
  }
}
