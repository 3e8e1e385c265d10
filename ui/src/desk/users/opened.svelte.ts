/** The one user that is open. */
import { openUser, stopDesk, type Card, type Failure, type User } from "../../backend";
import { failureOf } from "../words";

type Guard = <T>(call: Promise<T>) => Promise<T>;

export class Opened {
  /** As the list had them, until the answer is there. */
  user = $state.raw<User | null>(null);
  card = $state.raw<Card | null>(null);
  opening = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** Somebody else changed the user between reading and acting. */
  changedMeanwhile = $state(false);

  private turn = 0;

  constructor(
    private readonly guard: Guard,
    /** What the list does with it: the user was read, or isn't there any more. */
    private readonly audience: { seen: (user: User) => void; gone: (user: User) => void },
  ) {}

  /** Opens a user. It is never done without somebody asking: it is billed. */
  async open(user: User): Promise<void> {
    if (this.opening && this.user?.username === user.username) return;
    if (this.user?.username !== user.username) this.card = null;
    this.user = user;
    this.changedMeanwhile = false;
    await this.read(user);
  }

  async again(): Promise<void> {
    this.changedMeanwhile = false;
    if (this.user) await this.read(this.user);
  }

  /** Somebody else was quicker: shows how things stand now, and says so. */
  async overtaken(): Promise<void> {
    if (!this.user) return;
    this.changedMeanwhile = true;
    await this.read(this.user);
  }

  private async read(user: User): Promise<void> {
    const turn = ++this.turn;
    this.opening = true;
    this.failure = null;
    try {
      const card = await this.guard(openUser(user.username));
      if (turn === this.turn) this.put(card);
    } catch (thrown) {
      if (turn !== this.turn) return;
      const failure = failureOf(thrown);
      if (failure.code === "user-not-found") this.audience.gone(user);
      else this.failure = failure;
    }
    if (turn === this.turn) this.opening = false;
  }

  /** Takes a reading that came another way: with what an act brought. */
  put(card: Card): void {
    this.turn += 1;
    this.opening = false;
    this.failure = null;
    this.card = card;
    this.user = card.user;
    this.audience.seen(card.user);
  }

  /** They don't want to wait any longer. An earlier reading stays. */
  stop(): void {
    void stopDesk().catch(() => undefined);
    this.turn += 1;
    this.opening = false;
    this.failure = { code: "stopped-waiting", retry: { kind: "now" }, requestId: null, detail: null };
  }

  close(): void {
    this.turn += 1;
    this.opening = false;
    this.user = null;
    this.card = null;
    this.failure = null;
    this.changedMeanwhile = false;
  }
}
