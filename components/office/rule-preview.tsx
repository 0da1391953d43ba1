import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import { Table } from "@/components/ui/table";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { countWords } from "@/lib/i18n/numbers";
import type { FormAction } from "@/lib/request/form-state";

type Preview = { to: { key: string; staff: string | null; team: string | null; count: number }[]; left: number; waiting: number };
type Props = { preview: Preview; hasRules: boolean; apply: FormAction; locale: Locale };

/** Where the rules would lead what nobody has today, and the button to have it so. */
export function RulePreview({ preview: { to, left, waiting }, hasRules, apply, locale }: Props) {
  const { office, teams: { rules: text, queue } } = messages(locale);
  return (
    <section className="panel" aria-labelledby="preview">
      <Heading level={2} id="preview">{text.preview}</Heading>
      <p>{waiting === 0 ? text.noneWaiting : text.waiting(countWords(waiting, locale), waiting)}</p>
      {hasRules && waiting > 0 && (
        <Table
          caption={text.preview}
          captionHidden
          columns={[{ label: text.to }, { label: text.count, numeric: true }]}
          rows={[
            ...to.map(({ key, staff, team, count }) => ({ key, cells: [[...(staff ? [staff] : []), ...(team ? [queue.ofTeam(team)] : [])].join(" – "), countWords(count, locale)] })),
            ...(left > 0 ? [{ key: "left", cells: [text.left, countWords(left, locale)] }] : []),
          ]}
        />
      )}
      {hasRules && to.length > 0 && (
        <ActionForm action={apply} problem={office.problem} name="apply">
          <p>{text.applyHint}</p>
          <Submit variant="secondary">{text.apply}</Submit>
        </ActionForm>
      )}
    </section>
  );
}
