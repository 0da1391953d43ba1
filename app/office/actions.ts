"use server";
import type { FormState } from "@/lib/request/form-state";
import { assignForm, takeNextForm } from "@/lib/server/office/queue-forms";
import { removeViewForm, saveViewForm } from "@/lib/server/office/view-forms";
import { searchForm } from "@/lib/server/office/search-form";

export const searchAction = async (form: FormData) => searchForm(form);
export const assignAction = async (query: string, state: FormState, form: FormData) => assignForm(query, state, form);
export const saveViewAction = async (query: string, state: FormState, form: FormData) => saveViewForm(query, state, form);
export const removeViewAction = async (id: string, query: string) => removeViewForm(id, query);
export const takeNextAction = async (query: string, state: FormState) => takeNextForm(query, state);
