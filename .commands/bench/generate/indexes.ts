/** Indexes are made after the rows: once each, by all processors, instead of row by row. */
import pg from "pg";
import { withClient } from "../../postgres.mjs";

const tables = ["SubjectRequest", "SearchEntry", "Event", "FigureCell"];

/** Takes every index away but the primary keys; gives what makes them again. Room for the log of changes is made meanwhile. */
export async function dropIndexes(adminUrl: string): Promise<string[]> {
  return withClient(adminUrl, async (client: pg.Client) => {
    await client.query("alter system set max_wal_size = '16GB'");
    await client.query("select pg_reload_conf()");
    const { rows } = await client.query<{ name: string; made: string }>("select indexname as name, indexdef as made from pg_indexes where tablename = any($1) and indexname not like '%_pkey'", [tables]);
    for (const { name } of rows) await client.query(`drop index "${name}"`);
    // The largest first, so that none is waited for at the end.
    return rows.map(({ made }) => made).sort((one, other) => Number(other.includes("tokens")) - Number(one.includes("tokens")));
  });
}

/** Makes them again, two at a time, and lets PostgreSQL know its tables. */
export async function makeIndexes(adminUrl: string, making: readonly string[], say: (text: string) => void): Promise<void> {
  const left = [...making];
  const work = () => withClient(adminUrl, async (client: pg.Client) => {
    await client.query("set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 1");
    for (let made = left.shift(); made; made = left.shift()) {
      const startedAt = performance.now();
      await client.query(made);
      const seconds = (performance.now() - startedAt) / 1000;
      if (seconds > 10) say(`  ${/"[^"]+"/.exec(made)?.[0]} in ${Math.round(seconds)} s`);
    }
  });
  await Promise.all([work(), work()]);
  await withClient(adminUrl, async (client: pg.Client) => {
    for (const table of tables) await client.query(`vacuum (analyze) "${table}"`);
    await client.query("alter system reset max_wal_size");
    await client.query("select pg_reload_conf()");
    await client.query("checkpoint");
  });
}
