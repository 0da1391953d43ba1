"use server";
import { publicAction } from "@/lib/server/action";
import { enterCodeForm } from "@/lib/server/office/code-forms";

export const enterCodeAction = publicAction(enterCodeForm);
