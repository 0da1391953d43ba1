import { z } from "zod";
import { command } from "../command";

/** Another right was asked for beside this request, in one of its own: its time limit runs from its own receipt. law.md § 1.3. */
export const noteAnotherRight = command({
  name: "noteAnotherRight",
  permission: "system",
  input: z.object({ reference: z.string() }).strict(),
  decide: ({ input: { reference }, newId }) => ({ events: [{ id: newId(), type: "AnotherRightAsked", data: { reference } }] }),
});
