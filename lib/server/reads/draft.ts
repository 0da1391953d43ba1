import "server-only";
import type { CalendarDate } from "@/lib/law/calendar";
import type { TimeLimit } from "@/lib/law/time-limit";
import { timeLimit } from "@/lib/law/time-limit";
import type { Draft } from "@/lib/request/ask/draft";
import type { FilePurpose } from "@/lib/request/event";
import { draftRow } from "../ask/drafts";
import { now } from "../clock";
import { civilDay, clockFacts } from "../clock-facts";
import { db } from "../db";
import { draftKey, openDraft } from "../draft-seal";
import { fileName } from "../file-name";
import { type ScanShown, scanShown } from "./scan-shown";

export type DraftFile = { id: string; purpose: FilePurpose; name: string; bytes: number; pages: number; scan: ScanShown };
/** What this browser has begun, or the reference under which it was sent. */
export type CurrentDraft = { id: string; draft: Draft; files: DraftFile[]; /** The day it is, for the controller. */ today: CalendarDate; reference: null } | { id: string; draft: null; files: []; reference: string };

/** The draft whose token this browser holds; the token is the right to read it. Null when there is none or it is too old. */
export async function currentDraft(): Promise<CurrentDraft | null> {
  const row = await draftRow();
  if (!row) return null;
  if (row.reference) return { id: row.id, draft: null, files: [], reference: row.reference };
  const key = await draftKey(row);
  const stored = await db().file.findMany({ where: { draftId: row.id }, orderBy: { createdAt: "asc" } });
  const files = stored.map((file) => ({ id: file.id, purpose: file.purpose as FilePurpose, name: fileName(key, file), bytes: file.bytes, pages: file.blobs.length, scan: scanShown(file) }));
  return { id: row.id, draft: openDraft(key, row), files, today: civilDay(now()), reference: null };
}

/** The time limit a request would have were it sent now. GDPR Art. 12(3). */
export async function limitIfSentNow(): Promise<TimeLimit> {
  const { today, holidays, policy } = await clockFacts();
  return timeLimit({ receivedOn: today, events: [], holidays, policy, today });
}
