/** The act in hand: what was asked for, what was filled in, and what came of it. It is sent once, whatever happens. */
import {
  forgetTemporaryPassword,
  performAct,
  checkDeskPassword,
  stopDesk,
  type ActDone,
  type ActOffer,
  type Card,
  type ContactKind,
  type DeskSettings,
  type Failure,
  type User,
} from "../../backend";
import { PasswordRules } from "../../design/password/rules.svelte";
import { failures, type Place } from "../failures";
import { failureOf, noticed } from "../words";

type Guard = <T>(call: Promise<T>) => Promise<T>;

/** What the list and the card do with what comes of an act. */
type Audience = {
  /** The user was read again. */
  seen: (card: Card) => void;
  /** Somebody else changed the user in between; nothing was sent. */
  overtaken: () => void;
  /** Somebody wants to see how things stand now. */
  lookAgain: () => void;
  /** The user isn't there any more. */
  gone: (user: User) => void;
};

/** How long a reason may be. */
export const REASON_LENGTH = 500;

/** How long a reason is, as it is sent: without the white space at its ends. */
export const reasonLength = (reason: string): number => [...reason.trim()].length;

/** The fields that a failure can be shown at. */
const fields: Place[] = ["reason", "checklist", "permanent-password"];

/** Whether an act on this user goes past the sign-in of another company. */
export function federated(card: Card): boolean {
  const { finding, also } = card.diagnosis;
  return (
    finding.kind === "signs-in-elsewhere" ||
    card.user.status === "external-provider" ||
    also.some((each) => each.kind === "would-be" && each.finding.kind === "signs-in-elsewhere")
  );
}

/** Where an invitation goes first, and whether there is a choice. */
function firstChannel(offer: ActOffer): ContactKind | null {
  const goes = offer.effects.find((effect) => effect.kind === "invitation-goes-to" || effect.kind === "code-goes-to");
  return goes?.channel ?? null;
}

export class ActInHand {
  card = $state.raw<Card | null>(null);
  offer = $state.raw<ActOffer | null>(null);
  reason = $state("");
  /** Which items of the checklist are ticked. */
  ticked = $state<boolean[]>([]);
  channel = $state<ContactKind | null>(null);
  password = $state("");
  /** That it goes past another company's sign-in was understood. */
  understood = $state(false);
  /** They went on without that. */
  notUnderstood = $state(false);
  pending = $state(false);
  failure = $state.raw<Failure | null>(null);
  done = $state.raw<ActDone | null>(null);
  /** How the password being typed stands with the pool's rules. */
  readonly rules = new PasswordRules(checkDeskPassword);

  private turn = 0;

  constructor(
    private readonly guard: Guard,
    private readonly audience: Audience,
  ) {}

  /** Asks before anything is done. */
  begin(card: Card, offer: ActOffer, settings: DeskSettings): void {
    this.clear();
    this.card = card;
    this.offer = offer;
    this.ticked = settings.checklist.map(() => false);
    this.channel = firstChannel(offer);
  }

  /** Whether somebody may choose where the invitation goes. */
  get choice(): boolean {
    return this.offer?.act === "resend-invitation" && this.card?.user.email != null && this.card.user.phone != null;
  }

  /** The failure, if it belongs at this place. */
  at(place: Place): Failure | null {
    return this.failure && this.placeOf(this.failure) === place ? this.failure : null;
  }

  /** Where this question can show a failure: at a field of its own, or above the form. */
  private placeOf({ code }: Failure): Place {
    const { place } = failures[code];
    const here = fields.includes(place) && (place !== "permanent-password" || this.offer?.act === "set-permanent-password");
    return here ? place : "banner";
  }

  touched(place: Place): void {
    if (this.at(place)) this.failure = null;
  }

  /** What is missing before it can be sent. */
  private missing(settings: DeskSettings): Failure | null {
    if (this.ticked.some((each) => !each)) return noticed("caller-not-verified");
    if (settings.reason === "mandatory" && this.reason.trim() === "") return noticed("reason-missing");
    if (reasonLength(this.reason) > REASON_LENGTH) return noticed("reason-too-long");
    if (this.offer?.act === "set-permanent-password" && this.password === "") return noticed("password-empty");
    return null;
  }

  /** Does it. Whatever was filled in stays until it is done. */
  async confirm(settings: DeskSettings): Promise<void> {
    const { card, offer } = this;
    if (!card || !offer || this.pending) return;
    this.notUnderstood = federated(card) && !this.understood;
    this.failure = this.missing(settings);
    if (this.failure || this.notUnderstood) return;
    const turn = ++this.turn;
    this.pending = true;
    try {
      const done = await this.guard(
        performAct({
          username: card.user.username,
          act: offer.act,
          reason: this.reason.trim() || null,
          verifiedBy: settings.checklist.filter((_, index) => this.ticked[index]),
          seenModifiedAt: card.user.modifiedAt,
          channel: offer.act === "resend-invitation" ? this.channel : null,
          password: offer.act === "set-permanent-password" ? this.password : null,
        }),
      );
      // The screen was left meanwhile: what came of it is in the record, and the password is nobody's.
      if (turn !== this.turn) return this.forget(done);
      this.take(done, card.user);
    } catch (thrown) {
      if (turn !== this.turn) return;
      this.refused(failureOf(thrown), card.user);
    }
    if (turn === this.turn) this.pending = false;
  }

  private take(done: ActDone, user: User): void {
    if (done.card) this.audience.seen(done.card);
    else if (done.failure?.code === "user-not-found") {
      this.clear();
      this.audience.gone(user);
      return;
    }
    if (done.outcome === "refused" && done.failure && this.placeOf(done.failure) !== "banner") {
      // It can be mended where it was typed: the question stays as it was filled in, for the user as they are now.
      this.failure = done.failure;
      this.card = done.card ?? this.card;
      return;
    }
    this.password = "";
    this.done = done;
  }

  /** Nothing was sent. */
  private refused(failure: Failure, user: User): void {
    if (failure.code === "changed-meanwhile") {
      this.clear();
      this.audience.overtaken();
    } else if (failure.code === "user-not-found") {
      this.clear();
      this.audience.gone(user);
    } else {
      this.failure = failure;
    }
  }

  lookAgain(): void {
    this.audience.lookAgain();
  }

  /** They don't want to wait any longer. It was sent, so the answer then says that it isn't certain, and what a look showed. */
  stop(): void {
    void stopDesk().catch(() => undefined);
  }

  /** Closes whatever is in front. A temporary password is then gone for good. */
  close(): void {
    if (this.pending) return;
    this.forget(this.done);
    this.clear();
  }

  /** The screen is left. */
  leave(): void {
    this.forget(this.done);
    this.clear();
  }

  private forget(done: ActDone | null): void {
    if (done?.temporaryPassword) void forgetTemporaryPassword().catch(() => undefined);
  }

  private clear(): void {
    this.turn += 1;
    this.card = null;
    this.offer = null;
    this.reason = "";
    this.ticked = [];
    this.channel = null;
    this.password = "";
    this.understood = false;
    this.notUnderstood = false;
    this.pending = false;
    this.failure = null;
    this.done = null;
    this.rules.forget();
  }
}
