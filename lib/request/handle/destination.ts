import { z } from "zod";
import type { Destination } from "../command";

/** Whom to give a case, as a form says it: somebody's id, `team:` and a team's, or `nobody` for back to the queue. */
export const destination = z
  .string({ error: "required" })
  .min(1, "required")
  .regex(/^(?:nobody|(?:team:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, "choice")
  .transform((text): Destination => {
    if (text === "nobody") return null;
    return text.startsWith("team:") ? { teamId: text.slice(5) } : { staffId: text };
  });
