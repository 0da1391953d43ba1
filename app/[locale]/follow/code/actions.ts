"use server";
import { publicAction } from "@/lib/server/action";
import { enterCode } from "@/lib/server/follow/enter-code";

export const enter = publicAction(enterCode);
