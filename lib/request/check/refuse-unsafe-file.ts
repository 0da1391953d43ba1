import { z } from "zod";
import { command, refuse } from "../command";
import { filePurposes } from "../event";

/**
 * The antivirus found something in a file that came in while it was silent: the file is destroyed, the person told without
 * blame (unless a department had sent it), and whoever handles the case sees what is missing. The clock is left as it is: not knowing was ours. GDPR Art. 12(2). Refusals: `nothing-to-check` (already scanned or gone).
 */
export const refuseUnsafeFile = command({
  name: "refuseUnsafeFile",
  permission: "system",
  input: z.object({ fileId: z.uuid(), purpose: z.enum(filePurposes) }).strict(),
  decide: ({ input: { fileId, purpose }, unscannedFiles, newId }) => {
    if (!unscannedFiles.includes(fileId)) return refuse("nothing-to-check");
    if (purpose === "task") return { events: [{ id: newId(), type: "TaskFileRefused", data: { destroyedFileIds: [fileId] } }] };
    return { events: [{ id: newId(), type: "FileRefusedAsUnsafe", data: { purpose, destroyedFileIds: [fileId] } }] };
  },
});
