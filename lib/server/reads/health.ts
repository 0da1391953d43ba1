import "server-only";
import { access, mkdir } from "node:fs/promises";
import { antivirus } from "../antivirus";
import { now } from "../clock";
import { db } from "../db";
import { env } from "../env";
import { checkMail } from "../mail/check";
import { storage } from "../storage";

export type PartState = "ok" | "failing";
/** `files`: whether each that was looked at was there and what it was. The portal serves all the same. */
export type Health = { database: PartState; storage: PartState; mail: PartState; worker: PartState; files: PartState; antivirus?: PartState };

const workerSilenceMs = 45_000;

const freshMs = 5_000;
let last: { at: number; answer: Promise<Health> } | undefined;

/** How each part is. Anybody may ask, and looking writes to the vault: it is looked at once every five seconds, however many ask. */
export async function health(): Promise<Health> {
  const at = now().getTime();
  if (!last || Math.abs(at - last.at) > freshMs) last = { at, answer: healthNow() };
  return last.answer;
}

/** Each part, asked itself, within two seconds; the antivirus only where there is one. */
export async function healthNow(): Promise<Health> {
  const scanner = antivirus();
  const [database, stored, mail, worker, files, scanning] = await Promise.all([
    well(() => db().$queryRaw`select 1`),
    well(async () => {
      await mkdir(env().dataDir, { recursive: true });
      await access(env().dataDir);
      await storage().check();
    }),
    well(checkMail),
    well(async () => {
      const beat = await db().heartbeat.findUnique({ where: { name: "worker" } });
      if (!beat || now().getTime() - beat.at.getTime() > workerSilenceMs) throw new Error("silent");
    }),
    well(async () => {
      if (await db().file.findFirst({ where: { fault: { not: null } }, select: { id: true } })) throw new Error("faulty");
    }),
    scanner && well(() => scanner.check()),
  ]);
  return { database, storage: stored, mail, worker, files, ...(scanning && { antivirus: scanning }) };
}

async function well(ask: () => Promise<unknown>): Promise<PartState> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("late")), 2000).unref());
  return Promise.race([ask(), late]).then(
    () => "ok" as const,
    () => "failing" as const,
  );
}
