import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import pg from "pg";
import { freshForm } from "@/lib/request/form-state";
import { startPostgres } from "../../.commands/postgres.mjs";
import { until, Web } from "../support/web";
import { act, Form } from "./support/action";
import { Jar } from "./support/http";

type Said = { at: number; status: number; retryAfter: string | undefined; isKept: boolean };

/** Begins a request and looks at its first page: a write, and a read. */
async function visit(web: Web, said: Said[]): Promise<void> {
  const jar = new Jar(web.origin);
  const note = (status: number, headers: Record<string, unknown>, isKept = false) => said.push({ at: performance.now(), status, retryAfter: headers["retry-after"]?.toString(), isKept });
  const begun = await act(jar, "app/[locale]/ask/actions.ts#start", "/fr/ask/access", ["fr", "access", freshForm, new Form({ how: "new" })]);
  note(begun.status, begun.headers, begun.redirect !== null);
  const page = await jar.call("/fr/ask/access/what");
  note(page.status, page.headers);
}

test("R6, R7: the database is started again amid requests: 503 with Retry-After and never a fault, what was acknowledged is there, and the same processes serve again within three seconds", async () => {
  test.slow();
  const folder = mkdtempSync(join(tmpdir(), "rightsdesk-away-"));
  // As in use: what is acknowledged is on the disk.
  let postgres = await startPostgres(folder);
  const own = { DATABASE_URL: postgres.url(), DATA_DIR: folder };
  let web: Web | undefined;
  try {
    execFileSync(process.execPath, ["--conditions=react-server", "--import", "tsx", ".commands/migrate.ts"], { cwd: resolve(import.meta.dirname, "../.."), env: { ...process.env, ...own }, stdio: "ignore" });
    web = await Web.ready(1, own);
    const pids = web.pids;
    const said: Said[] = [];
    const visits: Promise<void>[] = [];
    let isOver = false;
    const keepAsking = (async () => {
      for (; !isOver; await sleep(50)) visits.push(visit(web, said));
    })();
    await until("served", () => said.filter(({ isKept }) => isKept).length >= 20);
    process.kill(postgres.pid, "SIGQUIT");
    await until("gone", () => postgres.isGone());
    await sleep(1_000);
    postgres = await startPostgres(folder, { port: postgres.port });
    const backAt = performance.now();
    await sleep(6_000);
    isOver = true;
    await keepAsking;
    await Promise.all(visits);

    const failed = said.filter(({ status }) => status >= 400);
    expect(failed.length).toBeGreaterThan(0);
    expect(new Set(failed.map(({ status, retryAfter }) => `${status} ${retryAfter}`))).toEqual(new Set(["503 5"]));
    expect(failed.filter(({ at }) => at > backAt + 3_000), "served again").toEqual([]);
    expect(said.filter(({ at, isKept }) => isKept && at > backAt + 3_000).length).toBeGreaterThan(0);
    expect(web.pids).toEqual(pids);
    const client = new pg.Client({ connectionString: own.DATABASE_URL });
    await client.connect();
    const { rows } = await client.query<{ drafts: number }>(`select count(*)::int as drafts from "Draft"`);
    expect(rows[0]?.drafts).toBeGreaterThanOrEqual(said.filter(({ isKept }) => isKept).length);

    await client.query(`begin; lock table "Draft"`);
    said.length = 0;
    await visit(web, said);
    expect(said[0], "R7: a lock that does not come free").toMatchObject({ status: 503, retryAfter: "5", isKept: false });
    await client.query("rollback");
    await client.end();
    await visit(web, said);
    expect(said.at(-1)).toMatchObject({ status: 200 });
  } finally {
    web?.kill();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
