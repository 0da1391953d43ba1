"use server";
import { publicAction } from "@/lib/server/action";
import { enterForm, setUpFactorForm } from "@/lib/server/office/code-forms";

export const setUpFactorAction = publicAction(setUpFactorForm);
export const enterAction = publicAction(enterForm);
