/**
 * Runs before `npm start` and `npm test`: installs the packages when they are
 * missing or older than the lock file. Node's own modules only, because
 * nothing else is there yet; Node 20 is enough to get the pinned Node 24.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const minimumNode = 20;

/** Says in one line why we stop, without a stack. */
function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** True when what is on disk is not what the lock file says. */
function isStale() {
  const installed = join(root, "node_modules", ".package-lock.json");
  const pinnedNode = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
  if (!existsSync(installed) || !existsSync(pinnedNode)) return true;
  const lock = join(root, "package-lock.json");
  if (statSync(lock).mtimeMs <= statSync(installed).mtimeMs) return false;
  // A newer date alone (a checkout, a copy) is no reason: compare the contents.
  const wanted = JSON.parse(readFileSync(lock, "utf8")).packages;
  const present = JSON.parse(readFileSync(installed, "utf8")).packages;
  return Object.entries(wanted).some(([path, entry]) => {
    if (path === "") return false;
    const found = present[path];
    if (!found) return !entry.optional && !entry.devOptional && !entry.peer;
    return found.version !== entry.version || found.integrity !== entry.integrity;
  });
}

const nodeMajor = Number(process.versions.node.split(".")[0]);
if (nodeMajor < minimumNode) {
  stop(`Rightsdesk needs Node ${minimumNode} or newer to install itself; this is Node ${process.versions.node}.`);
}

if (isStale()) {
  process.stdout.write("Installing packages (npm ci) …\n");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--no-audit", "--no-fund", "--include=dev", "--include=optional"];
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: "inherit" })
    : spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (result.status !== 0) stop("The packages could not be installed: see npm's message above.");
}
