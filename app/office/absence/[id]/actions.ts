"use server";
import type { FormState } from "@/lib/request/form-state";
import { absenceForm, othersBackForm } from "@/lib/server/office/absence-forms";

export const absenceAction = async (staffId: string, state: FormState, form: FormData) => absenceForm(staffId, state, form);
export const othersBackAction = async (staffId: string) => othersBackForm(staffId);
