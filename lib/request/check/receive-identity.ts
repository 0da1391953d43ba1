import { z } from "zod";
import { command, refuse } from "../command";
import { reopening } from "./reopening";

/**
 * The person sends the documents they were asked for, or adds some; the clock goes on from today. A request that was answered
 * by a refusal for want of them is taken up again: law.md § 1.3.
 * Refusals: `no-file` (nothing uploaded), `identity-already-verified`.
 */
export const receiveIdentity = command({
  name: "receiveIdentity",
  permission: "requester",
  input: z.object({}).strict(),
  decide: ({ request, pendingFiles, today, newId }) => {
    const reopened = reopening(newId(), request, "proof", today);
    if (request.verification && reopened.length === 0) return refuse("identity-already-verified");
    const files = pendingFiles.filter((file) => file.staffId === null && file.purpose !== "message").map(({ id, purpose }) => ({ id, purpose }));
    if (files.length === 0) return refuse("no-file");
    return { events: [...reopened, { id: newId(), type: "IdentityReceived", data: { files, ...(reopened.length > 0 && { reopens: true as const }) } }] };
  },
});
