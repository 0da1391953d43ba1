"use server";
import { withdrawRequest } from "@/lib/request/retain/withdraw-request";
import { subjectAction } from "@/lib/server/action";

export const withdraw = subjectAction(withdrawRequest);
