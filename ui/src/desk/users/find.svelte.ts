/** The users found: one search at a time, page by page, and never more of them in memory than a few thousand. */
import { moreUsers, searchUsers, stopSearch, type Failure, type FoundUser, type FoundUsers, type SearchHint, type StatusFilter, type User } from "../../backend";
import { failureOf } from "../words";

/** How long typing has to rest before anything is asked; milliseconds. */
const REST = 150;
/** How many users are kept at most, and how many are let go at once when there are more. */
export const KEPT = 3000;
export const LET_GO = 600;

type Guard = <T>(call: Promise<T>) => Promise<T>;

const spelt = (user: FoundUser): string[] =>
  [user.username, user.email?.value].filter((each) => each !== undefined).map((each) => each.toLowerCase());

/** Those shown already of whom only the next page tells that somebody else’s name differs by capitals alone. */
function withTwins(shown: FoundUser[], next: FoundUser[]): FoundUser[] {
  const twins = new Set(next.filter((each) => each.caseTwin).flatMap(spelt));
  if (twins.size === 0) return shown;
  return shown.map((each) => (!each.caseTwin && spelt(each).some((name) => twins.has(name)) ? { ...each, caseTwin: true } : each));
}

export class Find {
  text = $state("");
  status = $state<StatusFilter>("all");

  /** The part of the list that is kept. */
  users = $state.raw<FoundUser[]>([]);
  /** How many users before them were let go. */
  first = $state(0);
  /** Whether there are further ones. */
  more = $state(false);
  /** What to know about what was searched. */
  hint = $state.raw<SearchHint | null>(null);
  /** What the list at hand is the answer to. Null: no answer yet. */
  answered = $state.raw<{ text: string; status: StatusFilter } | null>(null);
  looking = $state<"search" | "more" | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** What failed: to be tried again. */
  private failed: "search" | "more" = "search";

  private turn = 0;
  private search = 0;
  /** What is being asked for, or was last. */
  private asked: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly guard: Guard) {}

  /** Whether the list is the answer to what stands in the box. */
  get current(): boolean {
    return this.answered !== null && this.answered.text === this.text.trim() && this.answered.status === this.status;
  }

  /** Somebody typed. What was being looked for before is given up at once. */
  typed(): void {
    this.giveUp();
    this.failure = null;
    this.timer = setTimeout(() => void this.look(), REST);
  }

  /** Looks now. */
  async look(): Promise<void> {
    // The search before it ends by this one; an end of its own could overtake, and end this one.
    this.supersede();
    const turn = this.turn;
    const [text, status] = [this.text.trim(), this.status];
    this.asked = this.ask("search", turn, searchUsers(text, status), (found) => {
      this.answered = { text, status };
      this.search = found.search;
      this.first = 0;
      this.users = found.users;
      this.hint = found.tried.hint;
    });
    await this.asked;
  }

  /** Fetches the next users, unless that is under way or there are none. */
  async next(): Promise<void> {
    if (!this.more || this.looking || this.failure) return;
    const turn = ++this.turn;
    this.asked = this.ask("more", turn, moreUsers(this.search), (found) => {
      const all = [...withTwins(this.users, found.users), ...found.users];
      const gone = all.length > KEPT ? LET_GO : 0;
      this.first += gone;
      this.users = gone > 0 ? all.slice(gone) : all;
    });
    await this.asked;
  }

  /** The one user that what stands in the box finds; null where there are others, or nobody. It is known once all places were looked in. */
  async only(): Promise<FoundUser | null> {
    if (!this.current) await this.look();
    while (this.current && this.more && this.users.length < 2 && !this.failure) await (this.looking ? this.asked : this.next());
    return this.current && !this.more && this.users.length === 1 ? (this.users[0] ?? null) : null;
  }

  private async ask(what: "search" | "more", turn: number, call: Promise<FoundUsers>, take: (found: FoundUsers) => void): Promise<void> {
    this.looking = what;
    this.failure = null;
    try {
      const found = await this.guard(call);
      if (turn !== this.turn) return;
      take(found);
      this.more = found.more;
    } catch (thrown) {
      if (turn !== this.turn) return;
      this.failure = failureOf(thrown);
      this.failed = this.failure.code === "search-ended" ? "search" : what;
    }
    this.looking = null;
  }

  /** Tries once more what failed. */
  again(): void {
    const what = this.failed;
    this.failure = null;
    void (what === "more" ? this.next() : this.look());
  }

  /** Gives up what is under way; its answer, should it come, is dropped. */
  private giveUp(): void {
    if (this.looking) void stopSearch().catch(() => undefined);
    this.supersede();
  }

  /** An answer to what was asked before is dropped from now on. */
  private supersede(): void {
    clearTimeout(this.timer);
    this.turn += 1;
    this.looking = null;
  }

  /** They don't want to wait any longer. */
  stop(): void {
    this.failed = this.looking ?? "search";
    this.giveUp();
    this.failure = { code: "stopped-waiting", retry: { kind: "now" }, requestId: null, detail: null };
  }

  /** The list shows what was learnt of a user by opening them. */
  refresh(user: User): void {
    this.users = this.users.map((each) => (each.username === user.username ? { ...each, ...user } : each));
  }

  /** A user is gone. */
  remove(username: string): void {
    this.users = this.users.filter((each) => each.username !== username);
  }

  /** The screen is left. */
  leave(): void {
    this.giveUp();
  }
}
