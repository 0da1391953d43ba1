import { z } from "zod";
import { paragraph } from "../ask/text";
import { command, refuse } from "../command";
import { noted } from "../handle/add-note";
import { reopening } from "./reopening";

/**
 * Staff take up again what was refused for want of proof, though no document came: the doubt fell another way, or the refusal
 * was wrong. Why stays in the case as a note. Nothing new reached us, so the time limit is that of the first receipt, passed or not,
 * and the person is told. GDPR Art. 12(2)-(4).
 */
export const reopenRequest = command({
  name: "reopenRequest",
  permission: "case.handle",
  checksVersion: true,
  input: z.object({ why: paragraph(2_000) }).strict(),
  decide: ({ request, caseFile, input, actor, now, today, newId }) => {
    if (actor.kind !== "staff") return refuse("no-permission");
    const { event, caseFile: withNote } = noted(caseFile, { id: newId(), staffId: actor.id, at: now, body: input.why });
    return { events: [...reopening(newId(), request, "staff", today), event], caseFile: withNote };
  },
});
