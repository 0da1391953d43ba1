import { z } from "zod";
import type { ArrivedBy } from "../arrived-by";
import { command, type PendingFile } from "../command";
import type { NewEvent } from "../event";
import { proofFileIds, type SubjectRequest } from "../request";

/** The person takes the request back; the clock closes, documents are destroyed. Nothing prevents a new request. */
export const withdrawRequest = command({
  name: "withdrawRequest",
  permission: "requester",
  input: z.object({}).strict(),
  decide: ({ request, pendingFiles, newId }) => ({ events: [withdrawal(newId(), request, pendingFiles)] }),
});

/** The fact, with all it destroys; also where staff record that the person said so elsewhere. */
export function withdrawal(id: string, request: SubjectRequest, pendingFiles: readonly PendingFile[], arrived?: ArrivedBy): NewEvent & { type: "RequestWithdrawn" } {
  return { id, type: "RequestWithdrawn", data: { destroyedFileIds: [...proofFileIds(request), ...pendingFiles.filter(({ purpose }) => purpose !== "note").map((file) => file.id)], ...(arrived && { arrived }) } };
}
