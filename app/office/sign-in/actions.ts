"use server";
import { publicAction } from "@/lib/server/action";
import { signInForm } from "@/lib/server/office/sign-in-form";

export const signInAction = publicAction(signInForm);
