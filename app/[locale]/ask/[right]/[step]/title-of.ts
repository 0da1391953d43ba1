import type { Messages } from "@/lib/i18n/messages";
import type { Right } from "@/lib/law/rights";

/** The title of one page of a request; undefined where there is no such page. */
export function titleOf({ ask }: Messages, right: Right, step: string): string | undefined {
  if (step === "check") return ask.check.title;
  if (step === "about") return ask.about.title;
  if (step === "documents") return ask.documents.title;
  return (ask.page[right] as Record<string, { title: string }> | undefined)?.[step]?.title;
}
