import { z } from "zod";
import { command, refuse } from "../command";

/**
 * The person sends the documents they were asked for, or adds some; the clock goes on from today.
 * Refusals: `no-file` (nothing uploaded), `identity-already-verified`.
 */
export const receiveIdentity = command({
  name: "receiveIdentity",
  permission: "requester",
  input: z.object({}).strict(),
  decide: ({ request, pendingFiles, newId }) => {
    if (request.verification) return refuse("identity-already-verified");
    const files = pendingFiles.filter((file) => file.staffId === null && file.purpose !== "message").map(({ id, purpose }) => ({ id, purpose }));
    if (files.length === 0) return refuse("no-file");
    return { events: [{ id: newId(), type: "IdentityReceived", data: { files } }] };
  },
});
