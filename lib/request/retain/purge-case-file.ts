import { z } from "zod";
import { command } from "../command";

/** At the end of its retention the case file's key is destroyed; the events stay as proof. GDPR Art. 5(1)(e); C. civ. 2224. */
export const purgeCaseFile = command({
  name: "purgeCaseFile",
  permission: "system",
  input: z.object({}).strict(),
  decide: ({ newId }) => ({ events: [{ id: newId(), type: "CaseFilePurged", data: { destroyedFileIds: [] } }] }),
});
