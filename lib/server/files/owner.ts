import "server-only";
import { headers } from "next/headers";
import type { Locale } from "@/lib/i18n/locale";
import type { FilePurpose } from "@/lib/request/event";
import { parseReference } from "@/lib/request/reference";
import { draftRow } from "../ask/drafts";
import { clientNetwork } from "../client-prefix";
import { db } from "../db";
import { draftKey, openDraft } from "../draft-seal";
import type { RequesterActor, StaffActor, TaskActor } from "../actor";
import { casesOf } from "../reach";
import { currentStaff, requesterActor, taskActor } from "../session";
import { requestKey } from "../store";

/** For whom files are uploaded: someone filing a request, the person in their space, staff writing a reply or an internal note, staff recording how a request came, or a department answering its task. */
export const uses = ["draft", "follow", "reply", "note", "record", "task"] as const;
export type Use = (typeof uses)[number];

/**
 * Whose files these are, who asks (null: somebody filing), and the key under which theirs are wrapped. Exactly one of `draftId` and `reference` is set.
 * `network`: of a draft on the Internet, the one its browser is in, for the room it takes; null otherwise.
 * `page`: where the form with the files stands, without the language; `locale`: the language of the request.
 */
export type Owner = { use: Use; draftId: string | null; reference: string | null; staffId: string | null; taskId: string | null; actor: StaffActor | RequesterActor | TaskActor | null; key: Buffer; network: string | null; page: string; locale: Locale };

/** `expired`: no session or draft of ours (401). `missing`: not theirs or not there (404). */
export type NotOwner = "expired" | "missing";

const proofs = ["identity", "mandate", "death-certificate", "heirship-proof", "evidence"] as const;
const purposes: Record<Use, readonly FilePurpose[]> = { draft: proofs, follow: [...proofs, "message"], reply: ["reply"], note: ["note"], record: ["receipt-proof"], task: ["task"] };

/** The page of the case with the form of a use. */
const pageOfUse: Partial<Record<Use, string>> = { reply: "/reply", note: "/handle" };

/** Is this one of the uses of an upload? */
export function isUse(text: string | null): text is Use {
  return (uses as readonly (string | null)[]).includes(text);
}

/** The purpose, if files of this use may have it. */
export function purposeOf(use: Use, text: string | null): FilePurpose | null {
  return purposes[use].find((purpose) => purpose === text) ?? null;
}

/** Who is asking, from their cookies alone. `reference` is needed by staff; elsewhere it must agree where it is given. */
export async function ownerOf(use: Use, reference: string | null): Promise<Owner | NotOwner> {
  if (use === "draft") return draftOwner();
  const requester = use === "follow" ? await requesterActor() : null;
  const department = use === "task" ? await taskActor() : null;
  const staff = use === "follow" || use === "task" ? null : await currentStaff();
  const actor = staff ?? requester ?? department;
  if (!actor) return "expired";
  if (staff && !staff.permissions.has("case.handle")) return "missing";
  const wanted = parseReference(reference);
  const known = (requester ?? department)?.reference ?? wanted;
  if (known === null || (requester && reference !== null && wanted !== known)) return "missing";
  const row = await db().subjectRequest.findFirst({ where: { reference: known, AND: [casesOf(actor)] }, select: { reference: true, wrappedKey: true, locale: true } });
  const key = row && (await requestKey(row));
  const page = staff ? `/office/requests/${known}${pageOfUse[use] ?? ""}` : department ? "/task" : `/follow/${known}`;
  return key ? { use, draftId: null, reference: known, staffId: staff?.id ?? null, taskId: department?.taskId ?? null, actor, key, network: null, page, locale: row.locale === "en" ? "en" : "fr" } : "missing";
}

async function draftOwner(): Promise<Owner | NotOwner> {
  const row = await draftRow();
  if (!row || row.reference !== null) return "expired";
  const key = await draftKey(row);
  const { claims: [claim], locale } = openDraft(key, row);
  const network = clientNetwork((await headers()).get("x-forwarded-for"));
  return { use: "draft", draftId: row.id, reference: null, staffId: null, taskId: null, actor: null, key, network, page: claim ? `/ask/${claim.right}/documents` : "", locale };
}
