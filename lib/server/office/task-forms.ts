import "server-only";
import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { messages } from "@/lib/i18n/messages";
import { paragraph } from "@/lib/request/ask/text";
import type { Typed } from "@/lib/request/ask/draft";
import type { FormState } from "@/lib/request/form-state";
import { askDepartments } from "@/lib/request/handle/ask-departments";
import { parseReference } from "@/lib/request/reference";
import { performed404 } from "../action";
import { db } from "../db";
import { withErrors, withRefusal } from "../form";
import { perform } from "../perform";
import { requireStaff } from "../session";
import { staffForm } from "../staff-form";
import { attachTaskFile } from "../tasks/attach-file";
import { daysBefore } from "./department-forms";

type Asked = z.infer<typeof askDepartments.input>["tasks"][number];

/** Asks departments what is ticked of the checklist, in the words of the form, and one thing beside it. Permission `case.handle`. */
export async function askDepartmentsForm(reference: unknown, version: unknown, sent: FormState, form: FormData): Promise<FormState> {
  return staffForm("case.handle", sent, form, async ({ actor, locale, state, typed }) => {
    const known = parseReference(reference);
    if (!known || !Number.isInteger(version)) notFound();
    const { tasks, codes } = await askedIn(typed);
    if (Object.keys(codes).length > 0) return worded(withErrors(state, typed, codes, locale), locale);
    const performed = await performed404(perform(actor, askDepartments, { tasks }, { reference: known, expectedVersion: version as number }));
    if ("ok" in performed) redirect(`/office/requests/${known}/handle?done=askDepartments`);
    if (performed.meanwhile) refresh();
    return withRefusal(state, typed, performed.refused, locale);
  });
}

/** What the form asks of whom. Lines of the checklist that are gone, and departments offered no more, are none of the answers proposed. */
async function askedIn(typed: Typed): Promise<{ tasks: Asked[]; codes: Record<string, string> }> {
  const chosen = [typed["ask"] ?? []].flat().filter((id) => z.uuid().safeParse(id).success).slice(0, 100);
  const items = await db().checklistItem.findMany({ where: { id: { in: chosen }, department: { removedAt: null } }, orderBy: { createdAt: "asc" } });
  const codes: Record<string, string> = {};
  const words = (field: string) => {
    const parsed = paragraph(4000).safeParse(typed[field]);
    if (parsed.success) return parsed.data;
    codes[field] = parsed.error.issues[0]?.message ?? "required";
    return "";
  };
  if (items.length < chosen.length) codes["ask"] = "choice";
  const tasks: Asked[] = items.map((item) => ({ departmentId: item.departmentId, itemId: item.id, words: words(`words-${item.id}`), daysBefore: item.daysBefore }));
  const departmentId = typeof typed["department"] === "string" ? typed["department"] : "";
  if (departmentId === "") return { tasks, codes };
  const department = z.uuid().safeParse(departmentId).success ? await db().department.findFirst({ where: { id: departmentId, removedAt: null }, select: { id: true } }) : null;
  if (!department) codes["department"] = "choice";
  const days = daysBefore.safeParse(typed["freeDays"]);
  if (!days.success) codes["freeDays"] = "choice";
  return { tasks: [...tasks, { departmentId, itemId: null, words: words("freeWords"), daysBefore: days.data ?? 0 }], codes };
}

function worded(state: FormState, locale: "fr" | "en"): FormState {
  return "freeDays" in state.errors ? { ...state, errors: { ...state.errors, freeDays: messages(locale).tasks.settings.daysWrong } } : state;
}

/** Adds a department's file to the reply with one press. Permissions `case.handle`, `file.view`. */
export async function attachTaskFileForm(reference: unknown, fileId: unknown): Promise<void> {
  const actor = await requireStaff("case.handle");
  const known = parseReference(reference);
  const id = z.uuid().safeParse(fileId).data;
  const attached = known && id ? await attachTaskFile(actor, known, id) : null;
  if (!attached) notFound();
  redirect(`/office/requests/${known}/${"ok" in attached ? "reply?done=attachTaskFile" : `handle?attach=${attached.problem}#tasks`}`);
}
