"use server";
import { languageForm, signOutEverywhereForm, signOutForm } from "@/lib/server/office/account-forms";

export const signOutAction = async () => signOutForm();
export const signOutEverywhereAction = async () => signOutEverywhereForm();
export const languageAction = async (form: FormData) => languageForm(form);
