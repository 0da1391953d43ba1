/** The real clamd for the tests, with one signature of our own: EICAR. No download, no network, a socket in a temporary folder. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { install } from "./debian.mjs";

const program = "/usr/sbin/clamd";
const startTimeoutMs = 60_000;
const eicar = "58354f2150254041505b345c505a58353428505e2937434329377d2445494341522d5354414e444152442d414e544956495255532d544553542d46494c452124482b482a";

/** The program's path, after installing Debian's package where that is possible; throws with one line that says what to install. */
export function ensureClamd() {
  if (existsSync(program)) return program;
  install("clamav-daemon");
  if (!existsSync(program)) throw new Error("The antivirus tests need clamd: install the package clamav-daemon.");
  return program;
}

/**
 * Starts clamd in a folder of its own. `stop` and `start` end and begin it again at the same address; `end` removes all.
 * @param {{ settings?: Record<string, string> }} [wishes] further lines of its configuration
 */
export async function startClamd({ settings = {} } = {}) {
  ensureClamd();
  const home = mkdtempSync(join(tmpdir(), "rightsdesk-clamd-"));
  const socket = join(home, "socket");
  mkdirSync(join(home, "signatures"));
  mkdirSync(join(home, "streams"));
  writeFileSync(join(home, "signatures", "local.ndb"), `Test.Eicar:0:*:${eicar}\n`);
  const lines = {
    Foreground: "yes", LocalSocket: socket, DatabaseDirectory: join(home, "signatures"), TemporaryDirectory: join(home, "streams"),
    StreamMaxLength: "30M", ...(process.getuid?.() === 0 ? { User: "root" } : {}), ...settings,
  };
  writeFileSync(join(home, "clamd.conf"), `${Object.entries(lines).map(([name, value]) => `${name} ${value}`).join("\n")}\n`);
  let child;

  async function start() {
    child = spawn(program, ["-c", join(home, "clamd.conf")], { stdio: "ignore", cwd: home });
    for (const end = Date.now() + startTimeoutMs; Date.now() < end && child.exitCode === null; await sleep(50)) if (await answers(socket)) return;
    throw new Error("clamd did not start");
  }
  async function stop() {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => { child.once("exit", done); });
    child.kill("SIGKILL");
    await gone;
    rmSync(socket, { force: true });
  }
  async function end() {
    await stop();
    rmSync(home, { recursive: true, force: true });
  }
  await start().catch(async (error) => {
    await end();
    throw error;
  });
  return { url: `unix:${socket}`, path: socket, start, stop, end, pid: () => child.pid };
}

function answers(path) {
  return new Promise((done) => {
    const probe = connect({ path }, () => probe.write("zPING\0"));
    probe.once("data", (bytes) => done(bytes.toString().startsWith("PONG"))).once("error", () => done(false)).once("close", () => done(false));
    probe.setTimeout(2_000, () => probe.destroy());
  });
}
