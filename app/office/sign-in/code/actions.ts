"use server";
import { publicAction } from "@/lib/server/action";
import { enterCodeForm, passkeyOptionsForm } from "@/lib/server/office/code-forms";

export const enterCodeAction = publicAction(enterCodeForm);
export const passkeyOptionsAction = async () => passkeyOptionsForm();
