"use server";
import { publicAction } from "@/lib/server/action";
import { startAnother } from "@/lib/server/ask/start-another";

export const another = publicAction(startAnother);
