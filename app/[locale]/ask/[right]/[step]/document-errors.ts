import type { Messages } from "@/lib/i18n/messages";
import type { Draft } from "@/lib/request/ask/draft";
import { documentsOf } from "@/lib/request/ask/steps";
import type { DraftFile } from "@/lib/server/reads/draft";

type Query = { upload?: string; purpose?: string; missing?: string };

/** Purpose → what is wrong: a file that was not taken in, or documents missing on the way on. */
export function documentErrors(draft: Draft, files: DraftFile[], { upload, purpose, missing }: Query, { ask, follow }: Messages): Record<string, string> {
  const documents = documentsOf(draft);
  const errors: Record<string, string> = {};
  if (missing) {
    const words = ask.documents.missing as Record<string, string> & { other: string };
    for (const document of documents) {
      if (document.required && !files.some((file) => file.purpose === document.purpose && file.scan !== "infected")) errors[document.purpose] = words[document.purpose] ?? words.other;
    }
  }
  const known = follow.upload.error as Record<string, string> & { failed: string };
  const field = documents.find((document) => document.purpose === purpose)?.purpose ?? documents[0]?.purpose;
  if (upload && field) errors[field] = Object.hasOwn(known, upload) ? String(known[upload]) : known.failed;
  return errors;
}
