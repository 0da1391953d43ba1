"use server";
import { sendMessage } from "@/lib/request/handle/send-message";
import { subjectAction } from "@/lib/server/action";

export const send = subjectAction(sendMessage);
