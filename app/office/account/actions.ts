"use server";
import type { FormState } from "@/lib/request/form-state";
import { backForm, ownAbsenceForm } from "@/lib/server/office/absence-forms";
import type { LinkState } from "@/lib/server/office/staff-forms";
import { calendarForm, revokeCalendarForm } from "@/lib/server/office/calendar-forms";
import { endOthersForm, endSessionForm, languageForm, signOutEverywhereForm, signOutForm } from "@/lib/server/office/account-forms";

export const signOutAction = async () => signOutForm();
export const signOutEverywhereAction = async () => signOutEverywhereForm();
export const endSessionAction = async (sessionId: string) => endSessionForm(sessionId);
export const endOthersAction = async () => endOthersForm();
export const calendarAction = async (state: LinkState) => calendarForm(state);
export const revokeCalendarAction = async () => revokeCalendarForm();
export const ownAbsenceAction = async (state: FormState, form: FormData) => ownAbsenceForm(state, form);
export const backAction = async () => backForm();
export const languageAction = async (form: FormData) => languageForm(form);
