import { z } from "zod";
import { command } from "../command";
import { proofFileIds } from "../request";

/** The person takes the request back; the clock closes, documents are destroyed. Nothing prevents a new request. */
export const withdrawRequest = command({
  name: "withdrawRequest",
  permission: "requester",
  input: z.object({}).strict(),
  decide: ({ request, pendingFiles, newId }) => {
    const destroyedFileIds = [...proofFileIds(request), ...pendingFiles.map((file) => file.id)];
    return { events: [{ id: newId(), type: "RequestWithdrawn", data: { destroyedFileIds } }] };
  },
});
