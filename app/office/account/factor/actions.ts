"use server";
import type { FormState } from "@/lib/request/form-state";
import type { CodesState } from "@/lib/server/office/code-forms";
import { beginAppForm, confirmAppForm, recoveryCodesForm, removeAppForm } from "@/lib/server/office/factor-forms";

export const beginAppAction = async () => beginAppForm();
export const confirmAppAction = async (state: CodesState, form: FormData) => confirmAppForm(state, form);
export const recoveryCodesAction = async (state: CodesState) => recoveryCodesForm(state);
export const removeAppAction = async (state: FormState) => removeAppForm(state);
