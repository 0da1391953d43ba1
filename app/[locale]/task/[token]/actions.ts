"use server";
import { publicAction } from "@/lib/server/action";
import { openTask } from "@/lib/server/tasks/open-task";

export const openTaskAction = publicAction(openTask);
