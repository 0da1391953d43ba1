import { Table } from "@/components/ui/table";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { countWords } from "@/lib/i18n/numbers";
import { awayWords } from "./away-words";

type Row = { id: string; name: string; team: string | null; isHere: boolean; awayUntil: string | null; open: number; overdue: number; soon: number };

/** Each person with what they have open; a name leads to those requests. */
export function LoadList({ rows, mayNoteAbsence, locale }: { rows: readonly Row[]; mayNoteAbsence: boolean; locale: Locale }) {
  const { load: text } = messages(locale).teams;
  const numeric = [text.open, text.overdue, text.soon].map((label) => ({ label, numeric: true }));
  return (
    <Table
      caption={text.title}
      captionHidden
      columns={[{ label: text.person }, { label: text.team }, ...numeric, { label: text.away }]}
      rows={rows.map(({ id, name, team, open, overdue, soon, ...presence }) => ({
        key: id,
        cells: [
          <a key="name" href={`/office?who=${id}`}>{name}</a>,
          team ?? "–",
          ...[open, overdue, soon].map((count) => countWords(count, locale)),
          <span key="away">{awayWords(presence, locale) ?? text.here} {mayNoteAbsence && <a href={`/office/absence/${id}`} aria-label={text.noteOf(name)}>{text.note}</a>}</span>,
        ],
      }))}
    />
  );
}
