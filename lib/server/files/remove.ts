import "server-only";
import { isLocale } from "@/lib/i18n/locale";
import type { FilePurpose } from "@/lib/request/event";
import { keepDraftToken } from "../ask/draft-cookie";
import { touchDraft } from "../ask/drafts";
import { db } from "../db";
import { lockCase, lockDraft } from "../store";
import { destroyFiles } from "../write";
import { expired, nothingThere, pageOf, seeOther } from "./answer";
import { isUse, type Owner, ownerOf, purposeOf } from "./owner";
import { waitingOf } from "./room";
import { isOurs } from "./upload";

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Takes back a file not yet sent: its key goes with the row, the blobs after it. Null when it is gone, not theirs or already sent. */
async function removeFile(owner: Owner, id: string): Promise<FilePurpose | null> {
  return db().$transaction(async (tx) => {
    if (owner.actor && owner.reference) {
      if (!(await lockCase(tx, owner.actor, owner.reference))) return null;
    } else await lockDraft(tx, owner.draftId as string);
    const file = await tx.file.findFirst({ where: { id, ...waitingOf(owner) }, select: { purpose: true } });
    if (!file) return null;
    await destroyFiles(tx, { id: { in: [id] } });
    if (owner.draftId) await touchDraft(tx, owner.draftId);
    return file.purpose as FilePurpose;
  });
}

/**
 * The button beside a file: removes it and goes back to the form, with or without a script. Pressed twice, or in another tab, it
 * does so again: the file is not there, as wanted. What is another's or was sent stays, and is answered like one that never was.
 */
export async function remove(request: Request, id: string): Promise<Response> {
  if (!isOurs(request)) return new Response(null, { status: 403 });
  const { searchParams } = new URL(request.url);
  const use = searchParams.get("for");
  const locale = searchParams.get("locale") ?? "";
  if (!isUse(use)) return nothingThere();
  const wantsJson = (request.headers.get("accept") ?? "").includes("application/json");
  const answering = { wantsJson, locale: isLocale(locale) ? locale : ("fr" as const), purpose: null };
  const owner = await ownerOf(use, searchParams.get("reference"));
  if (owner === "expired") return expired(use, answering);
  if (owner === "missing" || !uuid.test(id)) return nothingThere();
  const removed = await removeFile(owner, id);
  if (removed && use === "draft") await keepDraftToken();
  const purpose = removed ?? purposeOf(use, searchParams.get("purpose"));
  return wantsJson ? new Response(null, { status: 204 }) : seeOther(pageOf(owner, answering.locale, purpose));
}
