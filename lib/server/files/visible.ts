import "server-only";
import type { FileRow as Row } from "../db";
import type { Actor } from "../actor";
import { db } from "../db";
import { currentStaff, requesterActor } from "../session";
import { requestKey } from "../store";
import { ownerOf } from "./owner";

/** A file, the key it hangs on, and who looks; `actor` is null for someone still filing their request. */
export type Visible = { file: Row; key: Buffer; actor: Actor | null };

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The file, if whoever asks may see it; null otherwise, for whatever reason. Staff need `file.view`, and what a person has
 * not yet sent is not theirs; a person sees what belongs to the request of their session, and reply files once sent.
 */
export async function visibleFile(id: string): Promise<Visible | null> {
  if (!uuid.test(id)) return null;
  const file = await db().file.findUnique({ where: { id } });
  if (!file) return null;
  if (file.reference === null) return draftFile(file);
  const staff = await currentStaff();
  const requester = await requesterActor();
  const isReply = file.purpose === "reply";
  const forStaff = staff?.permissions.has("file.view") === true && (isReply || !file.pending);
  const forRequester = requester?.reference === file.reference && !(isReply && file.pending);
  const actor = forStaff ? staff : forRequester ? requester : null;
  const row = actor && (await db().subjectRequest.findUnique({ where: { reference: file.reference } }));
  const key = row && (await requestKey(row));
  return actor && key ? { file, key, actor } : null;
}

async function draftFile(file: Row): Promise<Visible | null> {
  const owner = await ownerOf("draft", null);
  return typeof owner === "object" && owner.draftId === file.draftId ? { file, key: owner.key, actor: null } : null;
}
