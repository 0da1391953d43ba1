"use server";
import { searchForm } from "@/lib/server/office/search-form";

export const searchAction = async (form: FormData) => searchForm(form);
