import { z } from "zod";
import { command, refuse } from "../command";
import { openTasks } from "../request";

/** What a department was asked is needed no more: its link closes, and it is told. Refusals: `task-not-open` (answered or withdrawn meanwhile). */
export const withdrawTask = command({
  name: "withdrawTask",
  permission: "case.handle",
  input: z.object({ taskId: z.uuid("choice") }).strict(),
  decide: ({ request, input: { taskId }, newId }) => {
    if (!openTasks(request).some(({ id }) => id === taskId)) return refuse("task-not-open");
    return { events: [{ id: newId(), type: "TaskWithdrawn", data: { taskId } }] };
  },
});
