import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Radios } from "@/components/ui/radios";
import { Submit } from "@/components/ui/submit";
import { Table } from "@/components/ui/table";
import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";

export type DepartmentItem = { id: string; nameFr: string; nameEn: string; email: string; locale: Locale };
type Props = { departments: readonly DepartmentItem[]; /** The one being changed; null: one is added. */ changing: DepartmentItem | null; save: FormAction; remove: (id: string) => () => Promise<void>; locale: Locale };

/** The departments, and the form that adds or changes one. */
export function Departments({ departments, changing, save, remove, locale }: Props) {
  const { tasks: { settings: text }, office } = messages(locale);
  const { columns } = text;
  const home = "/office/settings/departments";
  return (
    <>
      <section className="stack-tight" aria-labelledby="departments">
        <Heading level={2} id="departments">{text.departments}</Heading>
        {departments.length === 0 ? <p className="quiet">{text.noDepartments}</p> : (
          <Table
            caption={text.departments}
            captionHidden
            columns={[columns.name, columns.email, columns.language, <span key="change" className="visually-hidden">{columns.change}</span>].map((label) => ({ label }))}
            rows={departments.map((one) => ({
              key: one.id,
              cells: [nameOf(one, locale), one.email, text.languages[one.locale], <a key="change" href={`${home}?department=${one.id}#department`} aria-label={text.changeOf(nameOf(one, locale))}>{text.change}</a>],
            }))}
          />
        )}
      </section>
      <section className="panel" aria-labelledby="department">
        <Heading level={2} id="department">{changing ? text.changeDepartment(nameOf(changing, locale)) : text.add}</Heading>
        <ActionForm key={changing?.id ?? "new"} action={save} problem={office.problem} name="one" labels={{ nameFr: text.nameFr, nameEn: text.nameEn, email: text.email, locale: text.language }}>
          <TextField name="nameFr" label={text.nameFr} autoComplete="off" width="m" defaultValue={changing?.nameFr} />
          <TextField name="nameEn" label={text.nameEn} autoComplete="off" width="m" defaultValue={changing?.nameEn} />
          <TextField name="email" label={text.email} hint={text.emailHint} type="email" inputMode="email" autoComplete="off" spellCheck={false} width="m" defaultValue={changing?.email} />
          <Radios name="locale" legend={text.language} options={(["fr", "en"] as const).map((value) => ({ value, label: text.languages[value] }))} defaultValue={changing?.locale ?? locale} />
          <div className="button-row"><Submit>{text.save}</Submit>{changing && <a href={home}>{text.cancel}</a>}</div>
        </ActionForm>
        {changing && (
          <form action={remove(changing.id)} className="stack-tight">
            <p className="quiet">{text.removeHint}</p>
            <button type="submit" className="button button-danger">{text.removeDepartment}</button>
          </form>
        )}
      </section>
    </>
  );
}

/** A department's name in a language. */
export function nameOf({ nameFr, nameEn }: DepartmentItem, locale: Locale): string {
  return locale === "fr" ? nameFr : nameEn;
}
