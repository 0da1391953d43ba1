import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

// One run, one folder and two ports, chosen here once: the workers inherit them.
process.env.E2E_HOME ??= mkdtempSync(join(tmpdir(), "rightsdesk-e2e-"));
process.env.E2E_PORT ??= String(10_000 + (process.pid % 10_000));
process.env.E2E_SMTP_PORT ??= String(Number(process.env.E2E_PORT) + 10_000);

const chromium = [process.env.CHROMIUM_PATH, "/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find((path) => path && existsSync(path));

/** Browser tests on the built product: the real `npm start`, a real SMTP server, the embedded PostgreSQL. No retries. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  // What moves the dates of all cases runs when nobody else looks at one. `--no-deps` runs it by itself.
  projects: [
    { name: "together", testIgnore: "clock-settings.spec.ts" },
    { name: "alone", testMatch: "clock-settings.spec.ts", dependencies: ["together"] },
  ],
  globalSetup: "./support/product.ts",
  outputDir: "../test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["line"]],
  use: {
    baseURL: `http://localhost:${process.env.E2E_PORT}`,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-gpu"],
    },
  },
});
