/** A connection being made: the Region, the pool, the app client, and what it is to be called. */
import * as backend from "../../backend";
import type { AppClientChoice, Colour, Failure, ListedPool, PoolReport } from "../../backend";
import { Attempt } from "../attempt.svelte";
import type { DeskState } from "../desk.svelte";
import { clientIdFault, poolIdFault, regionOfPool } from "./ids";
import { TypedId } from "./typedId.svelte";

export type Step = "pool" | "client" | "name";

/** Whether AWS refused for want of a permission. */
export const lacksPermission = (failure: Failure | null): failure is Failure => failure?.code === "access-denied";

/** A pool of which no more than the id is known. */
const poolById = (id: string): ListedPool => ({ region: regionOfPool(id), id, name: id });

export class Connecting {
  step = $state<Step>("pool");

  regions = $state.raw<string[]>([]);
  region = $state("");
  filter = $state("");
  pools = $state.raw<ListedPool[] | null>(null);
  /** The name that was looked for in every Region, if the list is of that. */
  everywhere = $state<string | null>(null);

  pool = $state.raw<ListedPool | null>(null);
  clients = $state.raw<AppClientChoice[] | null>(null);
  client = $state.raw<AppClientChoice | null>(null);
  report = $state.raw<PoolReport | null>(null);

  name = $state("");
  organisation = $state("");
  colour = $state<Colour>("blue");
  production = $state(true);
  /** It was to be kept without a name. */
  nameless = $state(false);

  /** The ids, for whoever may not list what they belong to. */
  readonly poolId = new TypedId(poolIdFault);
  readonly clientId = new TypedId(clientIdFault);

  readonly looking = new Attempt();
  readonly reading = new Attempt();
  readonly examining = new Attempt();
  readonly keeping = new Attempt();

  readonly shown = $derived.by(() => {
    const wanted = this.filter.trim().toLocaleLowerCase();
    return (this.pools ?? []).filter(({ name, id }) => name.toLocaleLowerCase().includes(wanted) || id.toLocaleLowerCase().includes(wanted));
  });

  /** The pool whose id is typed, as soon as it can be one. */
  readonly typedPool = $derived(this.poolId.id === null ? null : poolById(this.poolId.id));

  constructor(private readonly desk: DeskState) {}

  /** Reads the Regions, and looks for pools in the likeliest. */
  async begin(): Promise<void> {
    await this.looking.run(async () => {
      const still = this.looking.current;
      const { all, guess } = await this.desk.guard(backend.listRegions());
      if (!still()) return;
      this.regions = all;
      this.region = this.desk.access?.region ?? guess ?? "";
    });
    if (this.region) await this.lookHere();
  }

  /** Looks for pools in the chosen Region. */
  async lookHere(): Promise<void> {
    const { region } = this;
    this.look(null);
    if (!region) return;
    await this.looking.run(async () => {
      const still = this.looking.current;
      const pools = await this.desk.guard(backend.findPools(region));
      if (still()) this.pools = pools;
    });
    if (lacksPermission(this.looking.failure)) this.poolId.open = true;
  }

  /** Looks for pools of that name in every Region. */
  async lookEverywhere(): Promise<void> {
    const name = this.filter.trim() || this.everywhere || "";
    this.look(name);
    await this.looking.run(async () => {
      const still = this.looking.current;
      const pools = await this.desk.guard(backend.findPoolsEverywhere(name));
      if (still()) this.pools = pools;
    });
    if (lacksPermission(this.looking.failure)) this.poolId.open = true;
  }

  private look(everywhere: string | null): void {
    this.looking.giveUp();
    this.looking.failure = null;
    this.pools = null;
    this.everywhere = everywhere;
  }

  /** A pool was chosen: on to its app clients. */
  async choosePool(pool: ListedPool): Promise<void> {
    if (this.pool?.id !== pool.id) this.name = pool.name;
    this.pool = pool;
    this.clients = null;
    this.step = "client";
    await this.readClients();
  }

  /** A pool's id was typed: on as if it had been chosen. */
  async usePoolId(): Promise<void> {
    const id = this.poolId.take();
    if (id === null) return;
    await this.choosePool(this.pools?.find((pool) => pool.id === id) ?? poolById(id));
  }

  async readClients(): Promise<void> {
    const { pool } = this;
    if (!pool) return;
    this.reading.giveUp();
    await this.reading.run(async () => {
      const still = this.reading.current;
      const clients = await this.desk.guard(backend.listAppClients(pool.region, pool.id));
      if (still()) this.clients = clients;
    });
    if (lacksPermission(this.reading.failure)) this.clientId.open = true;
  }

  /** An app client's id was typed: on as if it had been chosen. */
  async useClientId(): Promise<void> {
    const id = this.clientId.take();
    if (id !== null) await this.chooseClient({ id, name: id, client: null });
  }

  /** An app client was chosen, or none: on to the last step, while the pool is examined. */
  async chooseClient(client: AppClientChoice | null): Promise<void> {
    this.client = client;
    this.step = "name";
    await this.examine();
  }

  async examine(): Promise<void> {
    const { pool, client } = this;
    if (!pool) return;
    this.examining.giveUp();
    this.report = null;
    await this.examining.run(async () => {
      const still = this.examining.current;
      const report = await this.desk.guard(backend.examinePool(pool.region, pool.id, client?.id ?? null));
      if (!still()) return;
      this.report = report;
      // A pool that was typed is called by its id until its name is known.
      const { name } = report.settings;
      if (this.name === pool.id) this.name = name;
      this.pool = { ...pool, name };
    });
  }

  /** Keeps the connection. */
  async keep(): Promise<void> {
    const { pool, client } = this;
    const name = this.name.trim();
    if (!pool || this.keeping.busy) return;
    this.nameless = name === "";
    if (this.nameless) return;
    await this.keeping.run(async () => {
      const connection = await this.desk.guard(
        backend.keepDeskConnection({
          id: null,
          region: pool.region,
          poolId: pool.id,
          clientId: client?.id ?? null,
          name,
          organisation: this.organisation.trim() || null,
          colour: this.colour,
          production: this.production,
        }),
      );
      this.desk.connected(connection);
    });
  }

  /** Somebody typed: what was wrong with it is being mended. */
  touched(): void {
    this.nameless = false;
    if (this.keeping.failure?.code === "connection-wrong-value") this.keeping.failure = null;
  }

  /** Tries once more whatever kept the pools from being shown. */
  again(): Promise<void> {
    if (this.regions.length === 0) return this.begin();
    return this.everywhere === null ? this.lookHere() : this.lookEverywhere();
  }

  /** Enter in the filter: on with the only one shown; where there is none, a look into every Region. */
  async enter(): Promise<void> {
    const [only, ...others] = this.shown;
    if (only && others.length === 0) await this.choosePool(only);
    else if (!only && this.filter.trim() && !this.looking.busy) await this.lookEverywhere();
  }

  /** The step before; null at the first. */
  get back(): (() => void) | null {
    if (this.step === "pool") return null;
    return () => (this.step = this.step === "name" ? "client" : "pool");
  }

  /** The screen is left: no answer is waited for any more. */
  leave(): void {
    for (const attempt of [this.looking, this.reading, this.examining]) attempt.giveUp();
  }
}
