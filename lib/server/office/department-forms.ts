import "server-only";
import { redirect } from "next/navigation";
import { z } from "zod";
import { messages } from "@/lib/i18n/messages";
import { rights } from "@/lib/law/rights";
import { choice, email, line, paragraph } from "@/lib/request/ask/text";
import type { FormState } from "@/lib/request/form-state";
import { mostDaysBefore } from "@/lib/request/handle/task-due";
import type { StaffActor } from "../actor";
import { idSent, parseForm, withErrors, withRefusal } from "../form";
import { requireStaff } from "../session";
import { staffForm } from "../staff-form";
import { removeDepartment, removeItem, saveDepartment, saveItem, type Saved } from "../tasks/departments";

const home = "/office/settings/departments";
const department = z.object({ nameFr: line(60), nameEn: line(60), email: email(), locale: choice(["fr", "en"]) }).strict();
/** How many working days, as typed. Code `choice`: no such number. */
export const daysBefore = z.string({ error: "required" }).min(1, "required").regex(/^\d{1,2}$/, "choice").transform(Number).refine((days) => days <= mostDaysBefore, "choice");
const item = z.object({ right: choice(rights), departmentId: z.uuid("choice"), textFr: paragraph(2000), textEn: paragraph(2000), daysBefore }).strict();

/** Adds a department, or changes the one of that id. Permission `departments.manage`. */
export async function saveDepartmentForm(id: unknown, sent: FormState, form: FormData): Promise<FormState> {
  return save(department, id, sent, form, saveDepartment);
}

/** Adds a line of the checklist, or changes the one of that id. Permission `departments.manage`. */
export async function saveItemForm(id: unknown, sent: FormState, form: FormData): Promise<FormState> {
  return save(item, id, sent, form, saveItem);
}

/** Offers a department no more. Permission `departments.manage`. */
export async function removeDepartmentForm(id: unknown): Promise<void> {
  return remove(id, removeDepartment);
}

/** Takes a line off the checklist. Permission `departments.manage`. */
export async function removeItemForm(id: unknown): Promise<void> {
  return remove(id, removeItem);
}

async function save<Fields>(schema: z.ZodType<Fields>, id: unknown, sent: FormState, form: FormData, write: (actor: StaffActor, id: string | null, fields: Fields) => Promise<Saved>): Promise<FormState> {
  return staffForm("departments.manage", sent, form, async ({ actor, locale, state, typed }) => {
    const parsed = parseForm(schema, typed);
    if ("codes" in parsed) return worded(withErrors(state, typed, parsed.codes, locale), locale);
    const saved = await write(actor, id === null ? null : idSent(id), parsed.value);
    return "refused" in saved ? withRefusal(state, typed, saved.refused, locale) : redirect(`${home}?done=departments`);
  });
}

async function remove(id: unknown, write: (actor: StaffActor, id: string) => Promise<Saved>): Promise<void> {
  await write(await requireStaff("departments.manage"), idSent(id));
  redirect(`${home}?done=departments`);
}

function worded(state: FormState, locale: "fr" | "en"): FormState {
  return "daysBefore" in state.errors ? { ...state, errors: { ...state.errors, daysBefore: messages(locale).tasks.settings.daysWrong } } : state;
}
