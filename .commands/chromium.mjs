/** Finds a Chromium for the browser tests, or gets Debian's. */
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { install } from "./debian.mjs";

/** The same engine without a window to paint: the browser tests take two thirds of the time. */
const windowless = "/usr/bin/chromium-headless-shell";

/** The browser's path; throws with one line that says what to install. */
export function ensureChromium() {
  const find = (...paths) => paths.find((path) => path && existsSync(path));
  const best = () => find(process.env.CHROMIUM_PATH, windowless);
  const any = () => find("/usr/bin/chromium", chromium.executablePath());
  if (!best()) install("chromium-headless-shell");
  if (!best() && !any()) install("chromium");
  const found = best() ?? any();
  if (!found) throw new Error("The browser tests need Chromium: install the package chromium-headless-shell, or set CHROMIUM_PATH.");
  return found;
}
