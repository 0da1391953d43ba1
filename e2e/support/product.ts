import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type FullConfig } from "@playwright/test";
import { startCompany } from "./company";
import { administrator, home, origin } from "./run";
import { startSmtp } from "./smtp";
import { addStaff } from "./staff";

/** Starts the product as `npm start` does, on an empty folder, waits until all of it is well, and makes the staff. */
export default async function product(config: FullConfig): Promise<() => Promise<void>> {
  mkdirSync(home, { recursive: true });
  const smtp = await startSmtp(Number(process.env.E2E_SMTP_PORT), join(home, "inbox"));
  const company = await startCompany();
  const log = openSync(join(home, "product.log"), "w");
  const child = spawn(process.execPath, [resolve(import.meta.dirname, "../../.commands/start.mjs")], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      NODE_OPTIONS: "",
      PORT: process.env.E2E_PORT,
      PUBLIC_URL: origin,
      DATA_DIR: join(home, "data"),
      DATABASE_URL: "",
      CLAMD_URL: "",
      SMTP_URL: `smtp://127.0.0.1:${process.env.E2E_SMTP_PORT}`,
      ...company.env,
      OFFICE_ADMIN_EMAIL: administrator.email,
      OFFICE_ADMIN_PASSWORD: administrator.password,
    },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  await untilWell(child);
  const use = config.projects[0]?.use ?? {};
  const browser = await chromium.launch(use.launchOptions);
  await addStaff(browser);
  await browser.close();
  return async () => {
    await stopped(child);
    await smtp.close();
    await company.close();
    rmSync(home, { recursive: true, force: true });
  };
}

async function untilWell(child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) break;
    const ready = await fetch(`${origin}/api/health`).then(
      (answer) => answer.ok && readFileSync(join(home, "product.log"), "utf8").includes("Ready."),
      () => false,
    );
    if (ready) return;
    await sleep(500);
  }
  child.kill("SIGTERM");
  throw new Error(`the product did not start:\n${readFileSync(join(home, "product.log"), "utf8").slice(-3000)}`);
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) throw new Error("the product ended by itself during the tests");
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await Promise.race([ended, sleep(60_000).then(() => child.kill("SIGKILL"))]);
}
