import { ActionForm } from "@/components/ui/action-form";
import { Submit } from "@/components/ui/submit";
import { Table } from "@/components/ui/table";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { Right } from "@/lib/law/rights";
import type { FormAction } from "@/lib/request/form-state";

type Rule = { rights: Right[]; locale: Locale | null; to: { kind: "person" | "team" | "least"; name: string | null } };
type Props = { rules: readonly Rule[]; change: (what: "up" | "remove", index: number) => FormAction; locale: Locale };

/** The rules in the order they are asked in, each with a way up and out. */
export function RuleList({ rules, change, locale }: Props) {
  const { office, law, teams: { rules: text } } = messages(locale);
  if (rules.length === 0) return <p>{text.none}</p>;
  return (
    <Table
      caption={text.caption}
      captionHidden
      columns={[text.number, text.rights, text.language, text.to, <span key="change" className="visually-hidden">{text.change}</span>].map((label) => ({ label }))}
      rows={rules.map(({ rights, locale: language, to }, index) => ({
        key: String(index),
        cells: [
          index + 1,
          rights.length === 0 ? text.anyRight : rights.map((right) => law.right[right].short).join(", "),
          language === null ? text.anyLanguage : office.case.languages[language],
          to.name === null ? text.gone : text.toWhom[to.kind](to.name),
          <div key="change" className="button-row">
            {index > 0 && <ActionForm action={change("up", index)} problem={office.problem} name={`up-${index}`}><Submit variant="link" label={text.upOf(index + 1)}>{text.up}</Submit></ActionForm>}
            <ActionForm action={change("remove", index)} problem={office.problem} name={`remove-${index}`}><Submit variant="link" label={text.removeOf(index + 1)}>{text.remove}</Submit></ActionForm>
          </div>,
        ],
      }))}
    />
  );
}
