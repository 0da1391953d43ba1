import { z } from "zod";
import { command } from "../command";

/** A code sent to the address of the request was entered: whoever did reads the mail of that address. Noted once; `isAllowed` closes it after. */
export const noteEmailCode = command({
  name: "noteEmailCode",
  permission: "requester",
  input: z.object({}).strict(),
  decide: ({ newId }) => ({ events: [{ id: newId(), type: "EmailCodeUsed", data: {} }] }),
});
