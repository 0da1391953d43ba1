"use server";
import { publicAction } from "@/lib/server/action";
import { forgottenForm } from "@/lib/server/office/forgotten-form";

export const forgottenAction = publicAction(forgottenForm);
