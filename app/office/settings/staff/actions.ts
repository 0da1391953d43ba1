"use server";
import type { FormState } from "@/lib/request/form-state";
import { accessForm, addStaffForm, changePlaceForm, changeRolesForm, factorSettingForm, type LinkState, releaseForm, renewLinkForm, resetFactorForm } from "@/lib/server/office/staff-forms";

export const addStaffAction = async (state: LinkState, form: FormData) => addStaffForm(state, form);
export const renewLinkAction = async (staffId: string, name: string, state: LinkState) => renewLinkForm(staffId, name, state);
export const changeRolesAction = async (staffId: string, state: FormState, form: FormData) => changeRolesForm(staffId, state, form);
export const changePlaceAction = async (staffId: string, state: FormState, form: FormData) => changePlaceForm(staffId, state, form);
export const accessAction = async (staffId: string, isDisabled: boolean, state: FormState) => accessForm(staffId, isDisabled, state);
export const resetFactorAction = async (staffId: string, state: FormState) => resetFactorForm(staffId, state);
export const releaseAction = async (staffId: string, state: FormState) => releaseForm(staffId, state);
export const factorSettingAction = async (form: FormData) => factorSettingForm(form);
