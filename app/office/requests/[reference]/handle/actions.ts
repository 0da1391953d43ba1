"use server";
import { addNote } from "@/lib/request/handle/add-note";
import { askQuestion } from "@/lib/request/handle/ask-question";
import { decideClaim } from "@/lib/request/handle/decide-claim";
import { takeCase } from "@/lib/request/handle/take-case";
import { staffAction } from "@/lib/server/action";

export const takeCaseAction = staffAction(takeCase);
export const decideClaimAction = staffAction(decideClaim, (reference) => `/office/requests/${reference}/handle`);
export const askQuestionAction = staffAction(askQuestion);
export const addNoteAction = staffAction(addNote);
