/** `npm start`: everything a portal needs on one machine, started in order and stopped in the reverse one. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { antivirus } from "@/lib/server/antivirus";
import { env } from "@/lib/server/env";
import { mailFolder } from "@/lib/server/mail/mail-file";
import { MigrationError, migrate } from "@/lib/server/migrate";
import { storage } from "@/lib/server/storage";
import { ensureBuilt } from "./build.mjs";
import { type Database, openDatabase } from "./database";
import { ensureGenerated } from "./generate.mjs";
import { report } from "./report";
import { root } from "./root.mjs";
import { script, type Supervised, supervise } from "./supervise";

/** Something the operator can mend; the message is one line. */
class StartError extends Error {}

let opening: Promise<Database> | undefined;
let step: ChildProcess | undefined;
let children: Supervised[] = [];
let isStopping = false;

async function stopEverything(status: number): Promise<never> {
  if (isStopping) return new Promise(() => {});
  isStopping = true;
  step?.kill("SIGTERM");
  // The web first: it may still hand work to the others while it finishes.
  for (const child of children) await child.stop();
  await opening?.then((database) => database.release()).catch(() => {});
  process.exit(status);
}

async function start(): Promise<void> {
  const { port, publicUrl, actionsKey, generated, dataDir, smtpUrl } = env();
  await ensurePortIsFree(port);
  await ensureStorageIsOurs();
  const isSilent = await Promise.resolve(antivirus()?.check()).then(() => false, () => true);
  if (isSilent) say("The antivirus (CLAMD_URL) does not answer: files are taken in and stay closed until it does.");
  if (smtpUrl === undefined) say(`No mail server (SMTP_URL): letters are not sent but written in clear, names and codes included, to ${mailFolder()}, and removed after a day. For trying the portal only.`);
  if (generated.length > 0) say(`New keys in ${dataDir}: back up this folder (${generated.join(", ")}). Without the vault key no case can be read again.`);
  say("Database …");
  opening = openDatabase();
  const database = await opening;
  const childEnv = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", DATABASE_URL: database.url, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey } as NodeJS.ProcessEnv;
  ensureGenerated();
  const applied = await migrate(database.url);
  if (applied.length > 0) say(`Migrations applied: ${applied.length}`);
  await ensureBuilt(actionsKey, (child: ChildProcess) => { step = child; });
  if (process.argv.includes("--demo")) await run("prisma/demo.ts", childEnv);
  if (isStopping) return;
  database.keepRunning();
  children = [supervise("server", script(".commands/serve.ts", childEnv)), supervise("worker", script(".commands/worker.ts", childEnv))];
  const areReady = await Promise.all(children.map((child) => child.ready));
  if (isStopping) return;
  if (areReady.includes(false)) throw new StartError("A process did not start: see above.");
  say(`\nThe portal: ${publicUrl}\nThe office: ${publicUrl}/office`);
  await run(".commands/first-administrator.ts", childEnv);
  say("Ready. Ctrl-C stops everything.");
}

/** One script, to its end. */
async function run(script: string, childEnv: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", script], { cwd: root, env: childEnv, stdio: ["ignore", "inherit", "inherit"] });
  step = child;
  const code = await new Promise((done) => { child.once("exit", done); });
  if (code !== 0 && !isStopping) throw new StartError(`${script} failed: see above.`);
}

function ensurePortIsFree(port: number): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      fail(new StartError(error.code === "EADDRINUSE" ? `Port ${port} is already taken: stop what uses it, or set PORT.` : `Port ${port} cannot be used (${error.code}).`));
    });
    probe.listen(port, () => probe.close(() => done()));
  });
}

/** A place that can never hold a file is a mistake to mend now. A full disk or a server that is away is not: requests without documents still come in. */
async function ensureStorageIsOurs(): Promise<void> {
  await storage().check().catch(({ code, name, $metadata }: { code?: string; name: string; $metadata?: { httpStatusCode?: number } }) => {
    if (/^(ENOTDIR|EEXIST|EACCES|EPERM|EROFS|ENOENT)$/.test(code ?? "")) throw new StartError(`STORAGE_URL: files cannot be written there (${code}).`);
    const status = $metadata?.httpStatusCode ?? 0;
    if ([301, 400, 401, 403, 404].includes(status)) throw new StartError(`STORAGE_URL, S3_ACCESS_KEY_ID or S3_SECRET_ACCESS_KEY: the bucket cannot be used (${name}, ${status}).`);
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

// A signal may reach only the shell or the process that called us; when that is gone, so are we.
if (process.env.npm_lifecycle_event !== undefined || process.env.RIGHTSDESK_TEST === "1") {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stopEverything(0);
  }, 500).unref();
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stopEverything(0));
try {
  await start();
} catch (error) {
  if (!isStopping) report(error, [MigrationError, StartError]);
  await stopEverything(1);
}
