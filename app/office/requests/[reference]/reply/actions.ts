"use server";
import { draftReply } from "@/lib/request/reply/draft-reply";
import { sendReply } from "@/lib/request/reply/send-reply";
import { staffAction } from "@/lib/server/action";

export const draftReplyAction = staffAction(draftReply, (reference) => `/office/requests/${reference}/reply`);
export const sendReplyAction = staffAction(sendReply, undefined, (reference) => `/office/requests/${reference}/reply`);
