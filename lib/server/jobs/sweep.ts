import "server-only";
import { draftDays, draftHours } from "@/lib/law/retention";
import { systemActor } from "../actor";
import { now } from "../clock";
import { db } from "../db";
import { destroySealedFile } from "../import/sealed-file";
import { log } from "../log";
import { sweepLetters } from "../mail/sweep-letters";
import { storage } from "../storage";
import { lockCase } from "../store";
import { sweep as sweepVault } from "../vault/sweep";
import { blobsOf, destroyFiles } from "../write";
import type { Handler } from "./job";

const draftMs = draftHours * 3_600_000;
/** For so long what was said is remembered, so that it is not said twice: longer than any case stays open. */
const remindersMs = 2 * 366 * 86_400_000;

/** A register being taken over that long was given up; so long what was remarked about one can be read. */
const importMs = 3 * 86_400_000;
const findingsMs = 30 * 86_400_000;

/** What nobody finished or needs any more: drafts and loose files older than a day, blobs without a row, letters left as files, everything expired. */
export const sweep: Handler<"sweep"> = async () => {
  const at = now();
  const dayAgo = new Date(at.getTime() - draftMs);
  const drafts = await sweepDrafts(dayAgo, new Date(at.getTime() - draftDays * 86_400_000));
  await sweepLooseFiles(dayAgo);
  await sweepRegisters(at, dayAgo);
  const { orphans, partials } = await sweepVault(storage(), knownBlobs, at);
  await sweepExpired(at, dayAgo);
  const letters = await sweepLetters(dayAgo);
  log.info({ code: "swept", count: drafts + orphans + partials + letters });
};

/** Drafts nobody touched for 24 hours, or not sent within a week, with their files. One being changed or filed at this moment is left alone. */
async function sweepDrafts(untouched: Date, begun: Date): Promise<number> {
  const old = await db().draft.findMany({ where: { OR: [{ updatedAt: { lt: untouched } }, { reference: null, createdAt: { lt: begun } }] }, select: { id: true } });
  for (const { id } of old) {
    await db().$transaction(async (tx) => {
      const locked = await tx.$queryRaw<unknown[]>`
        select 1 from "Draft" where id = ${id}::uuid and ("updatedAt" < ${untouched} or (reference is null and "createdAt" < ${begun})) for update skip locked`;
      if (locked.length === 0) return;
      await destroyFiles(tx, { draftId: id });
      await tx.draft.delete({ where: { id } });
    });
  }
  return old.length;
}

/**
 * Files a person uploaded into their space, or a department to its task, and never sent. Those staff prepare for a reply wait as
 * long as the case. Asked again under the case's lock: one sent at this moment has become part of it, and stays.
 */
async function sweepLooseFiles(before: Date): Promise<void> {
  const cases = await db().file.findMany({ where: { pending: true, staffId: null, reference: { not: null }, createdAt: { lt: before } }, distinct: ["reference"], select: { reference: true } });
  for (const { reference } of cases) {
    if (reference === null) continue;
    await db().$transaction(async (tx) => {
      if (await lockCase(tx, systemActor(), reference)) await destroyFiles(tx, { reference, pending: true, staffId: null, createdAt: { lt: before } });
    });
  }
}

/** Registers nobody went on with for a day; remarks about one, a month after it came. */
async function sweepRegisters(at: Date, dayAgo: Date): Promise<void> {
  const old = await db().registerImport.findMany({ where: { blob: { not: null }, OR: [{ createdAt: { lt: dayAgo }, state: { not: "importing" } }, { createdAt: { lt: new Date(at.getTime() - importMs) } }] }, select: { id: true } });
  for (const { id } of old) await db().$transaction((tx) => destroySealedFile(tx, id, { state: "expired" }));
  await db().importFinding.deleteMany({ where: { import: { createdAt: { lt: new Date(at.getTime() - findingsMs) } } } });
}

async function knownBlobs(ids: string[]): Promise<Set<string>> {
  const registers = await db().registerImport.findMany({ where: { blob: { in: ids } }, select: { blob: true } });
  const files = await db().file.findMany({ where: { OR: [{ blobs: { hasSome: ids } }, { original: { in: ids } }] }, select: { blobs: true, original: true } });
  return new Set([...files.flatMap(blobsOf), ...registers.flatMap(({ blob }) => blob ?? [])]);
}

async function sweepExpired(at: Date, dayAgo: Date): Promise<void> {
  await db().followCode.deleteMany({ where: { expiresAt: { lt: dayAgo } } });
  await db().followSession.deleteMany({ where: { createdAt: { lt: dayAgo } } });
  await db().staffSession.deleteMany({ where: { createdAt: { lt: dayAgo } } });
  await db().halfSession.deleteMany({ where: { createdAt: { lt: dayAgo } } });
  await db().passkeyChallenge.deleteMany({ where: { createdAt: { lt: dayAgo } } });
  await db().secondFactor.deleteMany({ where: { confirmed: false, createdAt: { lt: dayAgo } } });
  await db().taskSession.deleteMany({ where: { createdAt: { lt: dayAgo } } });
  await db().taskDigest.deleteMany({ where: { on: { lt: new Date(at.getTime() - remindersMs) } } });
  await db().digest.deleteMany({ where: { on: { lt: new Date(at.getTime() - remindersMs) } } });
  await db().throttle.deleteMany({ where: { windowEnd: { lt: at } } });
  await db().setUpLink.deleteMany({ where: { expiresAt: { lt: at } } });
}
