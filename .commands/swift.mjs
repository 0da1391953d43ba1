/** A real S3 server for the tests: OpenStack Swift from Debian, in a temporary folder, in one process. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install } from "./debian.mjs";
import { root } from "./root.mjs";

const python = "/usr/bin/python3";
const startTimeoutMs = 60_000;
const credentials = { accessKeyId: "rightsdesk:tests", secretAccessKey: "b1946ac92492d2347c6235b4d2611184" };

/** Installs Debian's package where that is possible; throws with one line that says what to install. */
export function ensureSwift() {
  const isThere = () => existsSync(python) && spawnSync(python, ["-c", "import swift"], { stdio: "ignore" }).status === 0;
  if (isThere()) return;
  install("python3-swift");
  if (!isThere()) throw new Error("The tests of S3 storage need OpenStack Swift: install the package python3-swift.");
}

/** Starts it, empty; `end` stops it and removes all. Its files lie in `home`; `child` can be paused by a signal. */
export async function startSwift() {
  ensureSwift();
  const home = mkdtempSync(join(tmpdir(), "rightsdesk-swift-"));
  const child = spawn(python, [join(root, ".commands", "swift-server.py"), home, credentials.accessKeyId, credentials.secretAccessKey], { stdio: ["pipe", "pipe", "ignore"] });
  const gone = new Promise((done) => { child.once("exit", done); });
  async function end() {
    child.kill("SIGKILL");
    await gone;
    rmSync(home, { recursive: true, force: true });
  }
  const port = await new Promise((done) => {
    const late = setTimeout(() => done(null), startTimeoutMs);
    child.once("exit", () => done(null));
    child.stdout.once("data", (line) => {
      clearTimeout(late);
      done(JSON.parse(line).port);
    });
  });
  if (port === null) {
    await end();
    throw new Error("Swift did not start");
  }
  return { endpoint: `http://127.0.0.1:${port}`, region: "us-east-1", ...credentials, home, child, end };
}
