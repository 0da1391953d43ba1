/** Finds a Chromium for the browser tests, or gets Debian's. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** The browser's path; throws with one line that says what to install. */
export function ensureChromium() {
  const find = () => [process.env.CHROMIUM_PATH, "/usr/bin/chromium", chromium.executablePath()].find((path) => path && existsSync(path));
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    process.stdout.write("Installing chromium …\n");
    const apt = (...args) => spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    apt("update", "-qq");
    apt("install", "-y", "-qq", "--no-install-recommends", "chromium");
  }
  const installed = find();
  if (!installed) throw new Error("The browser tests need Chromium: install the package chromium, or set CHROMIUM_PATH.");
  return installed;
}
