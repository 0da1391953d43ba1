"use server";
import { endDirectives } from "@/lib/request/retain/end-directives";
import { staffAction } from "@/lib/server/action";

export const endDirectivesAction = staffAction(endDirectives, (reference) => `/office/requests/${reference}/retain`);
