/**
 * `npm run bench`: what the product's work costs on this machine, as a table. A database and folders of its own, thrown away
 * afterwards; PostgreSQL writes durably, as in use. Numbers to read, never asserted: they depend on the machine and its load.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import { calendarDate } from "@/lib/law/calendar";
import { holidaysOf } from "@/lib/law/holidays";
import { defaultPolicy, timeLimit, type TimeLimitEvent } from "@/lib/law/time-limit";
import { benchFiles } from "./bench/files";
import { benchClock } from "./bench-clock";
import { benchFigures } from "./bench-figures";
import { benchImport } from "./bench-import";
import { benchSearch } from "./bench-search";
import { isBuildFresh } from "./build.mjs";
import { freePort, startPostgres, withClient } from "./postgres.mjs";
import { root } from "./root.mjs";
import { timed } from "./bench/timed";

const cases = 2_000;
const rounds = 200;
const home = mkdtempSync(join(tmpdir(), "rightsdesk-bench-"));
// Settings of the caller's own portal must not be touched by a bench.
for (const name of ["DATABASE_URL", "SMTP_URL", "STORAGE_URL", "CLAMD_URL", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY", "VAULT_KEY", "VAULT_KEY_PREVIOUS", "PUBLIC_URL", "NEXTAUTH_SECRET"]) delete process.env[name];
process.env.DATA_DIR = home;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** One line of the table; times in milliseconds. */
function row(title: string, times: number[], note = ""): void {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(sorted[0] !== undefined && sorted[0] < 0.5 ? 4 : 1).padStart(9);
  say(`${title.padEnd(38)}${at(0.5)}${at(0.95)}${at(0.99)}${String(times.length).padStart(8)}  ${note}`);
}

async function benchLaw(): Promise<void> {
  const holidays = holidaysOf("FR");
  const on = (day: string) => calendarDate(`2026-05-${day}`);
  const five: TimeLimitEvent[] = [
    { type: "identity-requested", on: on("07") }, { type: "identity-received", on: on("11") }, { type: "identity-requested", on: on("12") },
    { type: "identity-received", on: on("19") }, { type: "extension-notified", on: on("20"), months: 2 },
  ];
  for (const count of [0, 1, 5]) {
    const events = five.slice(0, count);
    const compute = () => timeLimit({ receivedOn: on("05"), events, holidays, policy: defaultPolicy, today: on("25") });
    const times: number[] = [];
    for (let made = 0; made < 20_000; made += 1) {
      const startedAt = performance.now();
      compute();
      times.push(performance.now() - startedAt);
    }
    const perSecond = Math.round(times.length / (times.reduce((sum, ms) => sum + ms, 0) / 1000));
    row(`time limit, ${count} events`, times, `${perSecond.toLocaleString("en")} a second`);
  }
}

async function benchCases(): Promise<void> {
  const { newDraft, newStaff } = await import("@/lib/server/fixtures/cases");
  const { fileDraft } = await import("@/lib/server/file-draft");
  const { queue } = await import("@/lib/server/reads/queue");
  const { caseOf } = await import("@/lib/server/reads/case");
  const drafts: string[] = [];
  for (let made = 0; made < cases; made += 1) drafts.push((await newDraft()).id);
  const references: string[] = [];
  const filings = await timed(cases, async (index) => {
    const filed = await fileDraft(drafts[index] as string);
    if ("reference" in filed) references.push(filed.reference);
  });
  row("a filing", filings.slice(-500), `the last 500 of ${cases.toLocaleString("en")}`);
  const agent = await newStaff("agent");
  let after: string | undefined;
  row("a page of the queue", await timed(rounds, async () => {
    after = (await queue(agent, after ? { after } : {})).next ?? undefined;
  }), `25 of ${cases.toLocaleString("en")} cases, the look recorded`);
  row("a case", await timed(rounds, (index) => caseOf(agent, references[(index * 7) % references.length] as string)), "the look recorded");
}

async function disconnect(): Promise<void> {
  const { db } = await import("@/lib/server/db");
  await db().$disconnect();
}

async function benchIntake(): Promise<void> {
  const { receive } = await import("@/lib/server/vault/intake");
  const { newKey } = await import("@/lib/server/vault/keys");
  const { fileStorage } = await import("@/lib/server/vault/storage-file");
  const [width, height] = [1800, 1300];
  const jpeg = await sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } }).jpeg({ quality: 96, chromaSubsampling: "4:4:4" }).toBuffer();
  const storage = fileStorage(join(home, "vault"));
  const chunks = Array.from({ length: Math.ceil(jpeg.length / 65_536) }, (_, index) => jpeg.subarray(index * 65_536, (index + 1) * 65_536));
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => { peak = Math.max(peak, process.memoryUsage.rss()); }, 5);
  const times = await timed(12, async (index) => {
    const taken = await receive(Readable.from(chunks), { fileId: `bench-${index}`, key: newKey(), storage, name: "photo.jpg", declaredType: "image/jpeg", allow: "proof" });
    if (!taken.ok) throw new Error(`refused: ${taken.code}`);
  });
  clearInterval(watch);
  const mb = jpeg.length / 1_048_576;
  const seconds = times.reduce((sum, ms) => sum + ms, 0) / 1000;
  row(`a photo of ${mb.toFixed(1)} MB, taken in`, times, `${((mb * times.length) / seconds).toFixed(1)} MB/s; memory +${Math.round((peak - before) / 1_048_576)} MB at most, to ${Math.round(peak / 1_048_576)} MB; the converter apart`);
}

async function benchPages(databaseUrl: string): Promise<void> {
  if (!isBuildFresh()) return say("pages: not measured, there is no fresh build (npm start makes one)");
  const port = await freePort();
  const server: ChildProcess = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", ".commands/serve.ts"], {
    cwd: root, stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), DATABASE_URL: databaseUrl },
  });
  try {
    await new Promise((done, fail) => server.once("message", done).once("exit", () => fail(new Error("the server did not start"))));
    for (const path of ["/fr", "/fr/ask/access"]) {
      const get = async () => (await fetch(`http://localhost:${port}${path}`)).text();
      await timed(30, get);
      row(`GET ${path}`, await timed(rounds, get), "one after the other");
    }
  } finally {
    server.kill("SIGTERM");
    await new Promise((done) => server.exitCode === null ? server.once("exit", done) : done(null));
  }
}

const postgres = await startPostgres(home);
try {
  const { migrate } = await import("@/lib/server/migrate");
  await migrate(postgres.url());
  process.env.DATABASE_URL = postgres.url();
  const version = await withClient(postgres.url(), async (client) => (await client.query<{ v: string }>("select current_setting('server_version') v")).rows[0]?.v);
  say(`${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.versions.node}, PostgreSQL ${version}\n`);
  say(`${"milliseconds".padEnd(38)}${["p50", "p95", "p99", "runs"].map((name, index) => name.padStart(index === 3 ? 8 : 9)).join("")}`);
  await benchLaw();
  await benchCases();
  await benchClock(row);
  await benchSearch(row);
  await benchFigures(row);
  await benchImport(row, home);
  await disconnect();
  await benchIntake();
  await benchPages(postgres.url());
  await benchFiles(postgres.url(), { row, say });
} finally {
  await postgres.stop();
  rmSync(home, { recursive: true, force: true });
}
