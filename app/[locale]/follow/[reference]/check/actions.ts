"use server";
import { receiveIdentity } from "@/lib/request/check/receive-identity";
import { subjectAction } from "@/lib/server/action";

export const sendDocuments = subjectAction(receiveIdentity);
