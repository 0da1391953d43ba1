import { z } from "zod";
import { choice } from "../ask/text";
import { command } from "../command";

/** How recorded directives come to an end. LIL art. 85 I: they are carried out after the death, or revoked at any time. */
export const directiveEnds = ["carried-out", "revoked"] as const;
export type DirectiveEnd = (typeof directiveEnds)[number];

/**
 * Notes that the recorded directives were carried out or revoked: from then on the case file is kept no longer than any other,
 * and is erased the next night where that has passed. GDPR Art. 5(1)(e).
 */
export const endDirectives = command({
  name: "endDirectives",
  permission: "directives.end",
  asksProof: true,
  checksVersion: true,
  input: z.object({ how: choice(directiveEnds) }).strict(),
  decide: ({ input: { how }, newId }) => ({ events: [{ id: newId(), type: "DirectivesEnded", data: { how } }] }),
});
