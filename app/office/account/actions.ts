"use server";
import type { LinkState } from "@/lib/server/office/staff-forms";
import { calendarForm, revokeCalendarForm } from "@/lib/server/office/calendar-forms";
import { endOthersForm, endSessionForm, languageForm, signOutEverywhereForm, signOutForm } from "@/lib/server/office/account-forms";

export const signOutAction = async () => signOutForm();
export const signOutEverywhereAction = async () => signOutEverywhereForm();
export const endSessionAction = async (sessionId: string) => endSessionForm(sessionId);
export const endOthersAction = async () => endOthersForm();
export const calendarAction = async (state: LinkState) => calendarForm(state);
export const revokeCalendarAction = async () => revokeCalendarForm();
export const languageAction = async (form: FormData) => languageForm(form);
