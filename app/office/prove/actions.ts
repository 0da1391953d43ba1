"use server";
import type { FormState } from "@/lib/request/form-state";
import { proveForm, provePasskeyForm } from "@/lib/server/office/prove-form";

export const proveAction = async (back: string, state: FormState, form: FormData) => proveForm(back, state, form);
export const provePasskeyAction = async () => provePasskeyForm();
