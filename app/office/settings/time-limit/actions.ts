"use server";
import { changeClockForm, type ClockState } from "@/lib/server/office/clock-forms";

export const changeClockAction = async (what: string, state: ClockState, form: FormData) => changeClockForm(what, state, form);
