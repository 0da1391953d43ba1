"use server";
import { publicAction } from "@/lib/server/action";
import { answerTaskForm } from "@/lib/server/tasks/answer-form";

export const answerTaskAction = publicAction(answerTaskForm);
