/** Debian's packages, for programs the tests need and npm does not have. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Installs a package if this is Debian and we are root; whether it is there is for the caller to see. */
export function install(name) {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return;
  process.stdout.write(`Installing ${name} …\n`);
  const apt = (...args) => spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", name);
}
