import { z } from "zod";
import { command, refuse } from "../command";
import { openTasks } from "../request";

/** Sends a department another link to its task; the one before is void. Refusals: `task-not-open`. */
export const sendTaskLink = command({
  name: "sendTaskLink",
  permission: "case.handle",
  input: z.object({ taskId: z.uuid("choice") }).strict(),
  decide: ({ request, input: { taskId }, newId }) => {
    if (!openTasks(request).some(({ id }) => id === taskId)) return refuse("task-not-open");
    return { events: [{ id: newId(), type: "TaskLinkSent", data: { taskId } }] };
  },
});
