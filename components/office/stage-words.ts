import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { isOpen, type Stage, stageOf } from "@/lib/request/request";
import { type CaseView, mayAny } from "./case-view";

export type StagePage = Exclude<Stage, "ask">;

/** What a page of the case is for now, as a name and a hint: on a closed case nothing is decided or sent any more. */
export function stageWords(view: Pick<CaseView, "request" | "allowed">, stage: StagePage, locale: Locale): { name: string; hint: string } {
  const text = messages(locale).office.case;
  const closed = closedUse(view, stage);
  if (stage === "check" && view.request.proofs.length > 0) return { name: text.stages.check, hint: text.documentsWait };
  return closed ? { name: text.closedStages[closed], hint: text.closedHints[closed] } : { name: text.stages[stage], hint: text.stageHints[stage] };
}

/** The page to open next; on a closed case none, unless the person wrote again. */
export function nextStage({ request }: Pick<CaseView, "request">): Stage | null {
  if (isOpen(request)) return stageOf(request);
  return request.state === "message-after-reply" ? "handle" : null;
}

function closedUse(view: Pick<CaseView, "request" | "allowed">, stage: StagePage) {
  if (isOpen(view.request)) return null;
  if (stage === "reply") return "reply";
  if (stage !== "handle") return null;
  if (!mayAny(view, "askQuestion")) return "note";
  return view.request.state === "message-after-reply" ? "message" : "write";
}
