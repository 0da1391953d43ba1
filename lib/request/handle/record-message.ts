import { z } from "zod";
import { isAllowed } from "../allowed";
import { arrivedByFields, arrivedByOf } from "../arrived-by";
import { paragraph } from "../ask/text";
import { command, refuse } from "../command";
import { withdrawal } from "../retain/withdraw-request";

/**
 * Staff record what the person said or wrote outside their space: by telephone, letter, e-mail, at the counter. It answers a
 * question or a clarification like a message of their own, from the day it reached us; `withdraws`: it takes the request back.
 * GDPR Art. 12(3). Refusals: `arrival-day`, `not-allowed-now` (a closed request is not taken back).
 */
export const recordMessage = command({
  name: "recordMessage",
  permission: "case.handle",
  checksVersion: true,
  input: z.object({ ...arrivedByFields, body: paragraph(10_000), withdraws: z.enum(["yes"], "choice").optional() }).strict(),
  decide: ({ request, caseFile, input, pendingFiles, now, today, newId }) => {
    const arrived = arrivedByOf(input, request, today);
    if (!arrived) return refuse("arrival-day");
    const withdraws = input.withdraws === "yes";
    if (withdraws && !isAllowed(request, "withdrawRequest")) return refuse("not-allowed-now");
    const id = newId();
    const told = { id, type: "MessageReceived" as const, data: { messageId: id, files: [], arrived, ...(withdraws && { withdraws: true as const }) } };
    return {
      events: withdraws ? [told, withdrawal(newId(), request, pendingFiles, arrived)] : [told],
      caseFile: { ...caseFile, messages: [...caseFile.messages, { id, from: "requester", at: now, body: input.body, fileIds: [] }] },
    };
  },
});
