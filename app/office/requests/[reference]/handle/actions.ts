"use server";
import { addNote } from "@/lib/request/handle/add-note";
import { askClarification } from "@/lib/request/handle/ask-clarification";
import { askQuestion } from "@/lib/request/handle/ask-question";
import { decideClaim } from "@/lib/request/handle/decide-claim";
import { extendDeadline } from "@/lib/request/handle/extend-deadline";
import { recordMessage } from "@/lib/request/handle/record-message";
import { takeCase } from "@/lib/request/handle/take-case";
import { staffAction } from "@/lib/server/action";

export const takeCaseAction = staffAction(takeCase);
export const decideClaimAction = staffAction(decideClaim, (reference) => `/office/requests/${reference}/handle`);
export const askQuestionAction = staffAction(askQuestion);
export const askClarificationAction = staffAction(askClarification);
export const extendDeadlineAction = staffAction(extendDeadline);
export const recordMessageAction = staffAction(recordMessage);
export const addNoteAction = staffAction(addNote);
