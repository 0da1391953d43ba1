"use server";
import type { FormState } from "@/lib/request/form-state";
import { addRuleForm, applyRulesForm, changeRuleForm } from "@/lib/server/office/assignment-forms";

export const addRuleAction = async (version: number, state: FormState, form: FormData) => addRuleForm(version, state, form);
export const changeRuleAction = async (version: number, change: "up" | "remove", index: number, state: FormState) => changeRuleForm(version, change, index, state);
export const applyRulesAction = async (version: number, state: FormState) => applyRulesForm(version, state);
