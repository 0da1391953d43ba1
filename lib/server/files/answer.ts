import "server-only";
import type { FilePurpose } from "@/lib/request/event";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { Owner, Use } from "./owner";
import { type Problem, problemStatus } from "./problem";

/** How an upload is answered: as JSON to a script, by a page to a plain form. */
export type Answering = { wantsJson: boolean; locale: Locale; purpose: FilePurpose | null };

export type Listed = { id: string; name: string; bytes: number; pages: number; scan?: "pending" };

/** The files are in: their list, or back to the form. 202 says that one of them is still to be scanned. security.md UP5. */
export function received(owner: Owner, files: Listed[], { wantsJson, locale, purpose }: Answering): Response {
  const done = owner.use === "record" ? "?done=addReceiptProof" : "";
  const status = files.some((file) => file.scan === "pending") ? 202 : 201;
  return wantsJson ? Response.json({ files }, { status }) : seeOther(`${pageOf(owner, locale, purpose)}${done}`);
}

/** Nothing was kept: which problem, in the reader's words, or back to the form that shows it at its field. */
export function refused(owner: Owner, problem: Problem, { wantsJson, locale, purpose }: Answering): Response {
  if (wantsJson) return problemJson(problem, messages(locale).follow.upload.error[problem]);
  return seeOther(`${pageOf(owner, locale, purpose)}?upload=${problem}${purpose ? `&purpose=${purpose}` : ""}`);
}

function problemJson(problem: Problem, message: string): Response {
  const headers = problem === "busy" ? { "Retry-After": "10" } : undefined;
  return Response.json({ code: problem, message }, { status: problemStatus[problem], headers });
}

/** No session and no draft: 401 with a way back in. Without a script it is a page of its own. */
export function expired(use: Use, { wantsJson, locale }: Answering): Response {
  const { upload } = messages(locale).follow;
  const text = { draft: upload.startAgain, follow: upload.error.expired, reply: upload.signInAgain, note: upload.signInAgain, record: upload.signInAgain, task: messages(locale).tasks.ended.again }[use];
  if (wantsJson) return problemJson("expired", text);
  const way = use === "reply" || use === "note" || use === "record" ? "/office/sign-in" : use === "follow" ? `/${locale}/follow?ended=1` : use === "task" ? `/${locale}/task?ended=1` : `/${locale}`;
  const html = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${upload.expiredTitle}</title><main><h1>${upload.expiredTitle}</h1><p>${text}</p><p><a href="${way}">${upload.goOn}</a></p></main></html>`;
  return new Response(html, { status: 401, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** The page with the form: of the draft, the task, the space (messages and documents apart), or the case. */
export function pageOf({ use, page }: Owner, locale: Locale, purpose: FilePurpose | null): string {
  if (use === "reply" || use === "note" || use === "record") return page;
  if (use === "draft" || use === "task") return `/${locale}${page}`;
  return `/${locale}${page}/${purpose === "message" ? "message" : "check"}`;
}

/** To a page of our own, after a form without a script. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}

/** The same for what is not there and what is not theirs. */
export function nothingThere(): Response {
  return new Response(null, { status: 404 });
}
