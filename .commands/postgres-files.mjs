/** The embedded PostgreSQL's account, folders and pid file. */
import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** PostgreSQL refuses to run as root: its processes then belong to this account. */
const accountName = "postgres";
const isRoot = () => process.getuid?.() === 0;

function idOf(flag) {
  return Number(execFileSync("id", [flag, accountName], { stdio: ["ignore", "pipe", "ignore"] }).toString());
}

/** `{uid, gid}` to start PostgreSQL with; empty when we are not root. Creates the account once. */
export function postgresAccount() {
  if (!isRoot()) return {};
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    try {
      execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", accountName], { stdio: "pipe" });
      return { uid: idOf("-u"), gid: idOf("-g") };
    } catch {
      throw new Error(`PostgreSQL does not run as root and the account "${accountName}" could not be created; start as another user, or set DATABASE_URL.`);
    }
  }
}

/**
 * Lets that account walk through the folders above `path`, and nothing more:
 * a closed folder of root's gets the account's group with search permission
 * (mode 710), so nobody else gains anything. Any other closed folder is not
 * ours to open.
 */
export function openTheWay(path, account) {
  if (account.uid === undefined) return;
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const isReachable = uid === account.uid || (gid === account.gid ? mode & 0o010 : mode & 0o001);
    if (!isReachable) {
      if (uid !== 0 || (gid !== account.gid && mode & 0o070)) {
        throw new Error(`The account "${accountName}" cannot enter ${folder}; give it search permission (chmod o+x), or set DATA_DIR or DATABASE_URL.`);
      }
      chownSync(folder, 0, account.gid);
      chmodSync(folder, (mode & 0o7777) | 0o010);
    }
    if (folder === dirname(folder)) return;
  }
}

/** What `postmaster.pid` says, or undefined. Lines: pid, folder, start, port, socket, address, key, state. */
export function readPidFile(cluster) {
  const file = `${cluster}/postmaster.pid`;
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return { file, pid: Number(lines[0]), port: Number(lines[3]), state: (lines[7] ?? "").trim() };
}

/** True while the process exists, whoever owns it. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** True when the process with this id really is a PostgreSQL server of this folder, not a reused number. */
export function isServerOf(pid, cluster) {
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return false;
  try {
    const command = process.platform === "linux"
      ? readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
      : execFileSync("ps", ["-o", "command=", "-p", String(pid)]).toString();
    return command.includes("postgres") && command.includes(cluster);
  } catch {
    return process.platform === "win32";
  }
}
