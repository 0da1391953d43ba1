"use server";
import { publishForm } from "@/lib/server/office/figures-form";

export const publishAction = async (form: FormData) => publishForm(form);
