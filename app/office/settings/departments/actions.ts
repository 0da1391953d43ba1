"use server";
import type { FormState } from "@/lib/request/form-state";
import { removeDepartmentForm, removeItemForm, saveDepartmentForm, saveItemForm } from "@/lib/server/office/department-forms";

export const saveDepartmentAction = async (id: string | null, state: FormState, form: FormData) => saveDepartmentForm(id, state, form);
export const removeDepartmentAction = async (id: string) => removeDepartmentForm(id);
export const saveItemAction = async (id: string | null, state: FormState, form: FormData) => saveItemForm(id, state, form);
export const removeItemAction = async (id: string) => removeItemForm(id);
