import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Checklist } from "@/components/office/checklist";
import { Departments } from "@/components/office/departments";
import { DoneNotice } from "@/components/office/done-notice";
import { Heading } from "@/components/ui/heading";
import { messages } from "@/lib/i18n/messages";
import { departmentSettings } from "@/lib/server/reads/departments";
import { requireStaff } from "@/lib/server/session";
import { Desk } from "../../desk";
import { removeDepartmentAction, removeItemAction, saveDepartmentAction, saveItemAction } from "./actions";

type Props = { searchParams: Promise<{ done?: string; department?: string; item?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages((await requireStaff("departments.manage")).locale).tasks.settings.title };
}

/** Whom the team asks to do their part, and what for each right. `department`, `item`: the one being changed. */
export default async function DepartmentsPage({ searchParams }: Props) {
  const actor = await requireStaff("departments.manage");
  const { departments, items } = (await departmentSettings(actor)) ?? notFound();
  const { locale } = actor;
  const text = messages(locale).tasks.settings;
  const asked = await searchParams;
  const department = departments.find(({ id }) => id === asked.department) ?? null;
  const item = items.find(({ id }) => id === asked.item) ?? null;
  return (
    <Desk actor={actor} place="departments">
      <Heading>{text.title}</Heading>
      <DoneNotice done={asked.done} locale={locale} />
      <p className="lead">{text.lead}</p>
      <Departments departments={departments} changing={department} save={saveDepartmentAction.bind(null, department?.id ?? null)} remove={(id) => removeDepartmentAction.bind(null, id)} locale={locale} />
      {departments.length > 0 && <Checklist departments={departments} items={items} changing={item} save={saveItemAction.bind(null, item?.id ?? null)} remove={(id) => removeItemAction.bind(null, id)} locale={locale} />}
    </Desk>
  );
}
