"use server";
import { publicAction } from "@/lib/server/action";
import { setUpForm } from "@/lib/server/office/set-up-form";

export const setPasswordAction = publicAction(setUpForm);
