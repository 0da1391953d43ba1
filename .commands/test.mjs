/** `npm test`: every proof, cheapest first. The last line is `N passed, N failed`. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { ensureBuilt } from "./build.mjs";
import { ensureClamd } from "./clamd.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureGenerated } from "./generate.mjs";
import { root } from "./root.mjs";
import { ensureSwift } from "./swift.mjs";

process.chdir(root);
const reports = mkdtempSync(join(tmpdir(), "rightsdesk-reports-"));
const binary = (...path) => join(root, "node_modules", ...path);
let running;
let passed = 0;
let failed = 0;
/** What went wrong, told again at the end: a log of twenty minutes is often read from there. */
const failures = [];

/** Runs one program on this Node and streams what it says; its exit code. */
function run(script, args, extra = {}) {
  // Settings of the caller's own portal must not leak into the tests.
  const { DATABASE_URL, SMTP_URL, DATA_DIR, PORT, WEB_PROCESSES, PUBLIC_URL, STORAGE_URL, CLAMD_URL, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, VAULT_KEY, VAULT_KEY_PREVIOUS, NEXTAUTH_SECRET, OFFICE_ADMIN_EMAIL, OFFICE_ADMIN_PASSWORD, NODE_ENV, ...env } = process.env;
  return new Promise((done) => {
    running = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "inherit", "inherit"], env: { ...env, NEXT_TELEMETRY_DISABLED: "1", ...extra } });
    running.once("exit", (code) => done(code ?? 1)).once("error", () => done(1));
  });
}

async function stage(title, work) {
  process.stdout.write(`\n== ${title}\n`);
  try {
    const counts = await work();
    passed += counts.passed;
    failed += counts.failed;
    if (counts.passed + counts.failed === 0) throw new Error(`${title}: no test ran`);
  } catch (error) {
    process.stdout.write(`${error.message}\n`);
    failures.push(`${title}: ${error.message}`);
    failed += 1;
  }
}

/** A check that is right or wrong as a whole. */
const whole = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** A report's counts; a program that failed without a failed test (a file that does not load) counts as one failure. */
const counted = (code, counts) => ({ ...counts, failed: counts.failed === 0 && code !== 0 ? 1 : counts.failed });

function readReport(name) {
  try {
    return JSON.parse(readFileSync(join(reports, name), "utf8"));
  } catch {
    return {};
  }
}

/** Notes one failed test with the beginning of what it said. */
function noteFailure(where, title, message = "") {
  failures.push(`${where} > ${title}\n${stripVTControlCharacters(message).slice(0, 1_500)}`);
}

/** The specs of a browser report that failed, wherever they are nested. */
function* failedSpecs(suites = []) {
  for (const suite of suites) {
    yield* failedSpecs(suite.suites);
    for (const spec of suite.specs ?? []) if (!spec.ok || spec.tests.some((one) => one.status === "flaky")) yield spec;
  }
}

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    running?.kill(signal);
    rmSync(reports, { recursive: true, force: true });
    process.exit(1);
  });
}

await stage("types", async () => {
  ensureGenerated();
  await run(binary("next", "dist", "bin", "next"), ["typegen"]);
  return whole(await run(binary("typescript", "bin", "tsc"), ["--noEmit", "-p", "."]));
});
await stage("lint", async () => whole(await run(binary("oxlint", "bin", "oxlint"), ["--deny-warnings", "-c", ".oxlintrc.json"])));
await stage("a server for S3 storage", async () => {
  ensureSwift();
  return whole(0);
});
for (const [title, project] of [["unit and architecture", "unit"], ["database", "db"]]) {
  await stage(title, async () => {
    ensureClamd();
    const code = await run(binary("vitest", "vitest.mjs"), ["run", "-c", "e2e/vitest.config.ts", "--project", project, "--maxWorkers=2", "--reporter=default", "--reporter=json", `--outputFile.json=${join(reports, project)}`]);
    const report = readReport(project);
    const unloaded = (report.testResults ?? []).filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
    for (const file of report.testResults ?? []) {
      const where = relative(root, file.name);
      if (file.status === "failed" && file.message) noteFailure(where, "the file itself", file.message);
      for (const one of file.assertionResults) if (one.status === "failed") noteFailure(where, one.fullName, one.failureMessages.join("\n"));
    }
    return counted(code, { passed: report.numPassedTests ?? 0, failed: (report.numFailedTests ?? 0) + unloaded });
  });
}
await stage("build", async () => {
  await ensureBuilt(randomBytes(32).toString("base64"), (child) => { running = child; });
  return { passed: 1, failed: 0 };
});
await stage("browser", async () => {
  const chromium = ensureChromium();
  const code = await run(binary("@playwright", "test", "cli.js"), ["test", "-c", "e2e/playwright.config.ts", "--reporter=line,json"], {
    CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, "browser"), RIGHTSDESK_TEST: "1",
  });
  const { stats = {}, suites } = readReport("browser");
  for (const spec of failedSpecs(suites)) {
    noteFailure(`${spec.file}:${spec.line}`, spec.title, spec.tests.flatMap((one) => one.results).map((result) => result.error?.message ?? "").find(Boolean));
  }
  return counted(code, { passed: stats.expected ?? 0, failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0) });
});

rmSync(reports, { recursive: true, force: true });
for (const failure of failures.slice(0, 10)) process.stdout.write(`\nfailed: ${failure}\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
