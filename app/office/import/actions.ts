"use server";
import { importForm } from "@/lib/server/office/import-form";

export const importAction = async (id: string) => importForm(id);
