import "server-only";
import type { Locale } from "@/lib/i18n/locale";
import type { FileRow as Row } from "../db";
import type { Actor } from "../actor";
import { db } from "../db";
import { casesOf } from "../reach";
import { currentStaff, requesterActor, taskActor } from "../session";
import { requestKey } from "../store";
import { ownerOf } from "./owner";

/** A file, the key it hangs on, and who looks, in the language of the request; `actor` is null for someone still filing it. */
export type Visible = { file: Row; key: Buffer; actor: Actor | null; locale: Locale };

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The file, if whoever asks may see it; null otherwise, for whatever reason. Staff need `file.view` and to see the case, and what a person has
 * not yet sent is not theirs; a person sees what they added to the request of their session, and reply files once sent; a
 * department what it added to its task. A file of a note waits for nobody but its author.
 */
export async function visibleFile(id: string): Promise<Visible | null> {
  if (!uuid.test(id)) return null;
  const file = await db().file.findUnique({ where: { id } });
  if (!file) return null;
  if (file.reference === null) return draftFile(file);
  const staff = await currentStaff();
  const requester = await requesterActor();
  const isReply = file.purpose === "reply";
  const isWaiting = file.pending && !isReply && !(file.purpose === "note" && file.staffId === staff?.id);
  const forStaff = staff?.permissions.has("file.view") === true && !isWaiting;
  const isTheirs = isReply ? !file.pending : file.staffId === null && file.taskId === null;
  const forRequester = requester?.reference === file.reference && isTheirs;
  const department = file.taskId === null ? null : await taskActor();
  const forDepartment = department !== null && department.taskId === file.taskId;
  const actor = forStaff ? staff : forRequester ? requester : forDepartment ? department : null;
  const row = actor && (await db().subjectRequest.findFirst({ where: { reference: file.reference, AND: [casesOf(actor)] } }));
  const key = row && (await requestKey(row));
  return actor && row && key ? { file, key, actor, locale: row.locale === "en" ? "en" : "fr" } : null;
}

async function draftFile(file: Row): Promise<Visible | null> {
  const owner = await ownerOf("draft", null);
  return typeof owner === "object" && owner.draftId === file.draftId ? { file, key: owner.key, actor: null, locale: owner.locale } : null;
}
