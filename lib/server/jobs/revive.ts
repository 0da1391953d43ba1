import "server-only";
import pg from "pg";
import { now } from "../clock";
import { locks } from "../locks";

/** After the database came back, the other pools need time to say that they live. */
const graceMs = 30_000;

/**
 * Jobs of a worker that was killed would stay locked for hours. Every pool holds an advisory lock in its name: the database
 * lets go of it with the connection, so whoever can take it knows that the pool is dead, and frees its jobs.
 */
export class Lives {
  #client: pg.Client | null = null;
  #quietUntil = 0;

  constructor(
    readonly connectionString: string,
    readonly poolId: string,
  ) {}

  /** Says that this pool lives, as long as this connection does; connects anew if it was lost. */
  async hold(): Promise<void> {
    if (this.#client) return;
    const client = new pg.Client({ connectionString: this.connectionString, connectionTimeoutMillis: 5_000, statement_timeout: 5_000, keepAlive: true });
    const lose = () => {
      if (this.#client === client) this.#client = null;
      this.#quietUntil = now().getTime() + graceMs;
    };
    client.on("error", lose).on("end", lose);
    await client.connect();
    await client.query("select pg_advisory_lock($1, hashtext($2))", [locks.workerLife, this.poolId]);
    this.#client = client;
  }

  /** Frees what dead pools hold; younger than ten seconds may belong to one that is just being born. Returns how many pools. */
  async revive(): Promise<number> {
    await this.hold();
    const client = this.#client;
    if (!client || now().getTime() < this.#quietUntil) return 0;
    const { rows } = await client.query<{ id: string }>(
      `select locked_by as id from graphile_worker._private_jobs where locked_by <> $1 and locked_at < now() - interval '10 seconds'
       union select locked_by from graphile_worker._private_job_queues where locked_by <> $1 and locked_at < now() - interval '10 seconds'`,
      [this.poolId],
    );
    let dead = 0;
    for (const { id } of rows) {
      const { rows: taken } = await client.query<{ ok: boolean }>("select pg_try_advisory_lock($1, hashtext($2)) as ok", [locks.workerLife, id]);
      if (!taken[0]?.ok) continue;
      await client.query("select graphile_worker.force_unlock_workers($1::text[])", [[id]]);
      await client.query("select pg_advisory_unlock($1, hashtext($2))", [locks.workerLife, id]);
      dead += 1;
    }
    return dead;
  }

  async end(): Promise<void> {
    await this.#client?.end();
  }
}
