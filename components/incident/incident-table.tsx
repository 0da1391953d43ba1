import { Table } from "@/components/ui/table";
import { shortDay } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type Line = { id: string; name: string; startedOn: string; isEnded: boolean; requests: number; open: number };

/** Every incident with how many requests it has brought. */
export function IncidentTable({ list, locale }: { list: readonly Line[]; locale: Locale }) {
  const { incident: text } = messages(locale);
  const { name, since, requests, open } = text.columns;
  return (
    <Table
      caption={text.title}
      columns={[{ label: name }, { label: since }, { label: requests }, { label: open }]}
      rows={list.map((line) => ({
        key: line.id,
        cells: [
          <span key="name"><a href={`/office/incidents/${line.id}`}>{line.name}</a>{line.isEnded && <> <span className="tag">{text.ended}</span></>}</span>,
          shortDay(line.startedOn, locale),
          String(line.requests),
          String(line.open),
        ],
      }))}
    />
  );
}
