import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Select } from "@/components/ui/select";
import { Submit } from "@/components/ui/submit";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { type Right, rights } from "@/lib/law/rights";
import type { FormAction } from "@/lib/request/form-state";
import { type DepartmentItem, nameOf } from "./departments";

type Item = { id: string; right: Right; departmentId: string; textFr: string; textEn: string; daysBefore: number };
type Props = { departments: readonly DepartmentItem[]; items: readonly Item[]; /** The one being changed; null: one is added. */ changing: Item | null; save: FormAction; remove: (id: string) => () => Promise<void>; locale: Locale };

/** What is asked of whom for each right, and the form that adds or changes a line. */
export function Checklist({ departments, items, changing, save, remove, locale }: Props) {
  const { tasks: { settings: text }, office, law } = messages(locale);
  const home = "/office/settings/departments";
  const words = ({ textFr, textEn }: Item) => (locale === "fr" ? textFr : textEn);
  const empty = rights.filter((right) => !items.some((item) => item.right === right));
  const departmentOf = (id: string) => departments.find((one) => one.id === id);
  return (
    <>
      <section className="stack-tight" aria-labelledby="checklist">
        <Heading level={2} id="checklist">{text.checklist}</Heading>
        <p>{text.checklistLead}</p>
        {rights.filter((right) => !empty.includes(right)).map((right) => (
          <div key={right} className="stack-tight">
            <Heading level={3}>{law.right[right].short}</Heading>
            <ul className="documents">
              {items.filter((item) => item.right === right).map((item) => {
                const department = departmentOf(item.departmentId);
                return (
                  <li key={item.id}>
                    <span><strong>{department && nameOf(department, locale)}</strong> – {words(item)} <span className="quiet">{text.daysBefore(item.daysBefore)}</span></span>
                    <a href={`${home}?item=${item.id}#item`} aria-label={text.changeItemOf(words(item))}>{text.change}</a>
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
        {empty.length > 0 && <p className="quiet">{text.noItems(empty.map((right) => law.right[right].short))}</p>}
      </section>
      <section className="panel" aria-labelledby="item">
        <Heading level={2} id="item">{changing ? text.changeItem : text.addItem}</Heading>
        <ActionForm key={changing?.id ?? "new"} action={save} problem={office.problem} name="line" labels={{ right: text.right, departmentId: text.department, textFr: text.textFr, textEn: text.textEn, daysBefore: text.days }}>
          <Select name="right" label={text.right} options={rights.map((value) => ({ value, label: law.right[value].short }))} defaultValue={changing?.right} />
          <Select name="departmentId" label={text.department} options={departments.map((one) => ({ value: one.id, label: nameOf(one, locale) }))} defaultValue={changing?.departmentId} />
          <TextArea name="textFr" label={text.textFr} hint={text.textHint} rows={2} lang="fr" defaultValue={changing?.textFr} />
          <TextArea name="textEn" label={text.textEn} rows={2} lang="en" defaultValue={changing?.textEn} />
          <TextField name="daysBefore" label={text.days} hint={text.daysHint} inputMode="numeric" width="xs" defaultValue={String(changing?.daysBefore ?? 5)} />
          <div className="button-row"><Submit>{text.save}</Submit>{changing && <a href={home}>{text.cancel}</a>}</div>
        </ActionForm>
        {changing && <form action={remove(changing.id)}><button type="submit" className="button button-danger">{text.removeItem}</button></form>}
      </section>
    </>
  );
}
