"use server";
import { publicAction } from "@/lib/server/action";
import { findRequest } from "@/lib/server/follow/find-request";
import { signOut } from "@/lib/server/follow/sign-out";

export const find = publicAction(findRequest);
export const leave = publicAction(signOut);
