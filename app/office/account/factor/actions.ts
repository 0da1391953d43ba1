"use server";
import type { FormState } from "@/lib/request/form-state";
import type { CodesState } from "@/lib/server/office/code-forms";
import { beginAppForm, confirmAppForm, recoveryCodesForm, removeAppForm } from "@/lib/server/office/factor-forms";
import { addPasskeyForm, passkeyToAddForm, removePasskeyForm } from "@/lib/server/office/passkey-forms";

export const beginAppAction = async () => beginAppForm();
export const confirmAppAction = async (state: CodesState, form: FormData) => confirmAppForm(state, form);
export const recoveryCodesAction = async (state: CodesState) => recoveryCodesForm(state);
export const removeAppAction = async (state: FormState) => removeAppForm(state);
export const passkeyToAddAction = async () => passkeyToAddForm();
export const addPasskeyAction = async (state: FormState, form: FormData) => addPasskeyForm(state, form);
export const removePasskeyAction = async (id: string, state: FormState) => removePasskeyForm(id, state);
