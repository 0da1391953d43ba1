"use server";
import { publicAction } from "@/lib/server/action";
import { passDocuments } from "@/lib/server/ask/pass-documents";
import { removeClaim } from "@/lib/server/ask/remove-claim";
import { saveStep } from "@/lib/server/ask/save-step";
import { sendDraft } from "@/lib/server/ask/send-draft";
import { startDraft } from "@/lib/server/ask/start-draft";

/** Bound by the pages: `(locale, right, …)`; each handler checks what it is given. */
export const start = publicAction(startDraft);
export const save = publicAction(saveStep);
export const pass = publicAction(passDocuments);
export const remove = publicAction(removeClaim);
export const send = publicAction(sendDraft);
