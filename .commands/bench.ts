/**
 * `npm run bench`: what the product's work costs on this machine, as a table. A database and folders of its own, thrown away
 * afterwards; PostgreSQL writes durably, as in use. Numbers to read, never asserted: they depend on the machine and its load.
 */
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
import { benchClock } from "./bench/clock";
import { benchImport } from "./bench/import";
import { benchScale, endScale, heading } from "./bench/scale";
import { startServer } from "./bench/server";
import { isBuildFresh } from "./build.mjs";
import { startPostgres, withClient } from "./postgres.mjs";
import { timed } from "./bench/timed";

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
  const server = await startServer(databaseUrl);
  try {
    for (const path of ["/fr", "/fr/ask/access"]) {
      const get = async () => (await fetch(`${server.origin}${path}`)).text();
      await timed(30, get);
      row(`GET ${path}`, await timed(rounds, get), "one after the other");
    }
  } finally {
    await server.end();
  }
}

const postgres = await startPostgres(home);
const leave = () => void endScale().then(postgres.stop).then(() => {
  rmSync(home, { recursive: true, force: true });
  process.exit(130);
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, leave);
try {
  const { migrate } = await import("@/lib/server/migrate");
  await migrate(postgres.url());
  process.env.DATABASE_URL = postgres.url();
  const version = await withClient(postgres.url(), async (client) => (await client.query<{ v: string }>("select current_setting('server_version') v")).rows[0]?.v);
  say(`${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.versions.node}, PostgreSQL ${version}\n`);
  // `-- scale`: the pages at scale alone.
  if (process.argv[2] !== "scale") await benchParts();
  say(`\n${heading}`);
  await benchScale(home, say);
} finally {
  await postgres.stop();
  rmSync(home, { recursive: true, force: true });
}

async function benchParts(): Promise<void> {
  say(`${"milliseconds".padEnd(38)}${["p50", "p95", "p99", "runs"].map((name, index) => name.padStart(index === 3 ? 8 : 9)).join("")}`);
  await benchLaw();
  await benchClock(postgres.adminUrl(), row);
  await benchImport(row, home);
  await disconnect();
  await benchIntake();
  await benchPages(postgres.url());
  await benchFiles(postgres.url(), { row, say });
}
