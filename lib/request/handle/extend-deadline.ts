import { z } from "zod";
import { type ExtensionMonths, extensionReasons, justifiesExtension } from "@/lib/law/extension";
import { choice, choices, optional, paragraph } from "../ask/text";
import { mayBeWrittenTo, wayToWrite } from "../case-file";
import { command, refuse } from "../command";
import { timeLimitOf } from "../summary";

/**
 * Puts the reply off by one or two months, for reasons the person is told within the first month; three months from receipt
 * in all. Never twice, never late, and never for a refusal (Art. 12(4)). GDPR Art. 12(3).
 * Refusals: `already-extended`, `extension-too-late`, `no-address` (nobody could be given the notice).
 */
export const extendDeadline = command({
  name: "extendDeadline",
  permission: "case.handle",
  checksVersion: true,
  input: z
    .object({ months: choice(["1", "2"]).transform((months) => Number(months) as ExtensionMonths), reasons: choices(extensionReasons), explanation: optional(paragraph(4000)) })
    .strict()
    .refine(({ reasons }) => justifiesExtension(reasons), { path: ["reasons"], message: "choice" }),
  decide: ({ request, caseFile, input, now, newId, ...clock }) => {
    if (request.extension) return refuse("already-extended");
    if (!mayBeWrittenTo(caseFile)) return refuse("no-address");
    if (clock.today > timeLimitOf(request, clock).extensionNoticeDueOn) return refuse("extension-too-late");
    const id = newId();
    const { months, reasons, explanation } = input;
    const event = { id, type: "DeadlineExtended" as const, data: { months, reasons, messageId: explanation ? id : null, ...(wayToWrite(caseFile.requester) === "post" && { byPost: true as const }) } };
    if (!explanation) return { events: [event] };
    return { events: [event], caseFile: { ...caseFile, messages: [...caseFile.messages, { id, from: "controller", at: now, body: explanation, fileIds: [] }] } };
  },
});
