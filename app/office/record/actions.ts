"use server";
import type { FormState } from "@/lib/request/form-state";
import { recordForm } from "@/lib/server/office/record-form";

export const recordAction = async (query: string, state: FormState, form: FormData) => recordForm(query, state, form);
