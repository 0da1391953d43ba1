"use server";
import type { FormState } from "@/lib/request/form-state";
import { endIncidentForm, gatherForm, keepAnswerForm, openIncidentForm, sendAgainForm, writeLetterForm } from "@/lib/server/office/incident-forms";

export const openIncidentAction = async (state: FormState, form: FormData) => openIncidentForm(state, form);
export const writeLetterAction = async (id: string, state: FormState, form: FormData) => writeLetterForm(id, state, form);
export const sendAgainAction = async (id: string, letterId: string, state: FormState, form: FormData) => sendAgainForm(id, letterId, state, form);
export const keepAnswerAction = async (id: string, state: FormState, form: FormData) => keepAnswerForm(id, state, form);
export const endIncidentAction = async (id: string, state: FormState, form: FormData) => endIncidentForm(id, state, form);
export const gatherAction = async (id: string, state: FormState, form: FormData) => gatherForm(id, state, form);
