"use server";
import type { FormState } from "@/lib/request/form-state";
import { addTeamForm, removeTeamForm, renameTeamForm } from "@/lib/server/office/team-forms";

export const addTeamAction = async (state: FormState, form: FormData) => addTeamForm(state, form);
export const renameTeamAction = async (teamId: string, state: FormState, form: FormData) => renameTeamForm(teamId, state, form);
export const removeTeamAction = async (teamId: string, state: FormState) => removeTeamForm(teamId, state);
