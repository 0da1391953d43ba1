import "server-only";
import { isAllowed } from "@/lib/request/allowed";
import { maxFiles } from "@/lib/request/ask/file-request";
import type { FilePurpose } from "@/lib/request/event";
import { isOpen } from "@/lib/request/request";
import { db, type Tx } from "../db";
import { loadCase, lockCase, lockDraft } from "../store";
import { hasNetworkRoom } from "./network-room";
import type { Owner } from "./owner";

/** Bytes in all of one owner's files that wait to be sent; there may be `maxFiles` of them. security.md UP2. */
const maxWaitingBytes = 25 * 1024 * 1024;
/**
 * All the files there may ever be in one request from one side, a bound on what a stolen session could store: from the person,
 * for one task of a department, from staff. Each side is counted by itself: nobody who sends much keeps another from answering.
 */
const maxFilesFrom = { person: 60, task: 60, staff: 300 };
/**
 * What is not yet part of a request may fill a bounded part of the disk only: anybody may open as many drafts as they like. Counted is
 * what is stored, our own pages of a proof: thirty pages of a small PDF take more than it does, a padded picture takes less.
 * One draft holds five scans of thirty pages; all together what eighty such people send on one day (`network-room.ts`: from one network). security.md UP2, UP9.
 */
const maxStored = { oneDraft: 100 * 1024 ** 2, allDrafts: 4 * 1024 ** 3 };

/** The command that takes files of a purpose into the case; documents of the person otherwise. */
const neededFor: Partial<Record<FilePurpose, string>> = { reply: "draftReply", note: "addNote", message: "sendMessage", "receipt-proof": "addReceiptProof", task: "answerTask" };

type Wanted = { files: number; bytes: number; storedBytes: number };
export type NoRoom = "too-many" | "too-large" | "closed" | "expired" | "storage-full";

/** Is there room for these? Counted without a lock: a first answer before anything is read. */
export async function roomNow(owner: Owner, purpose: FilePurpose): Promise<NoRoom | null> {
  const problem = (await isClosed(db(), owner, purpose)) ?? (await count(db(), owner, { files: 1, bytes: 1, storedBytes: 1 }));
  return problem ?? ((await hasNetworkRoom(owner, 0)) ? null : "storage-full");
}

/**
 * The same, for good: locks the draft or the case until the transaction ends, so that uploads in parallel are counted
 * one after the other. security.md RC4.
 */
export async function roomFor(tx: Tx, owner: Owner, purpose: FilePurpose, wanted: Wanted): Promise<NoRoom | null> {
  if (owner.actor && owner.reference) {
    if (!(await lockCase(tx, owner.actor, owner.reference))) return "closed";
  } else await lockDraft(tx, owner.draftId as string);
  return (await isClosed(tx, owner, purpose)) ?? count(tx, owner, wanted);
}

/** Rows that wait to be sent by this owner; another's are not counted. A reply is everybody's, a note its author's. */
export function waitingOf({ use, draftId, reference, staffId, taskId }: Owner) {
  if (draftId) return { draftId };
  const whose = use === "note" ? { purpose: "note", staffId } : staffId ? { purpose: use === "record" ? "receipt-proof" : "reply" } : { staffId: null, taskId };
  return { reference, pending: true, ...whose };
}

async function count(tx: Tx, owner: Owner, wanted: Wanted): Promise<NoRoom | null> {
  const waiting = await tx.file.aggregate({ where: { ...waitingOf(owner), scan: { not: "infected" } }, _count: true, _sum: { bytes: true, storedBytes: true } });
  if (waiting._count + wanted.files > maxFiles) return "too-many";
  if (owner.reference && (await isFull(tx, owner, wanted.files))) return "too-many";
  if ((waiting._sum.bytes ?? 0) + wanted.bytes > maxWaitingBytes) return "too-large";
  if (!owner.draftId) return null;
  if ((waiting._sum.storedBytes ?? 0) + wanted.storedBytes > maxStored.oneDraft) return "too-large";
  return (await storedOfDrafts(tx)) + wanted.storedBytes > maxStored.allDrafts ? "storage-full" : null;
}

async function isFull(tx: Tx, { reference, staffId, taskId }: Owner, more: number): Promise<boolean> {
  const side = staffId ? "staff" : taskId ? "task" : "person";
  const whose = { staff: { staffId: { not: null } }, task: { staffId: null, taskId }, person: { staffId: null, taskId: null } }[side];
  return (await tx.file.count({ where: { reference, ...whose } })) + more > maxFilesFrom[side];
}

/** Read from the index on `draftId`, which holds one day of drafts only. Uploads of other drafts in the same instant may pass it by what is taken in at once (`places.ts`). */
async function storedOfDrafts(tx: Tx): Promise<number> {
  const [sum] = await tx.$queryRaw<{ bytes: number }[]>`select coalesce(sum("storedBytes"), 0)::float8 as bytes from "File" where "draftId" is not null and scan <> 'infected'`;
  return sum?.bytes ?? 0;
}

/** A draft already sent, a request that takes no more documents, messages or answers; documents, also once the identity is established. security.md RC3. */
async function isClosed(tx: Tx, { draftId, reference }: Owner, purpose: FilePurpose): Promise<NoRoom | null> {
  if (draftId) {
    const draft = await tx.draft.findUnique({ where: { id: draftId }, select: { reference: true } });
    return draft && draft.reference === null ? null : "expired";
  }
  const found = await loadCase(reference as string, tx);
  if (!found) return "closed";
  const needed = neededFor[purpose] ?? "receiveIdentity";
  const isSettled = needed === "receiveIdentity" && found.request.verification !== null && isOpen(found.request);
  return !isSettled && isAllowed(found.request, needed) ? null : "closed";
}
