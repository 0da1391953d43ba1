import { Table } from "@/components/ui/table";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

/** What is kept of a closed case, until when and why. `until` is the end of the case file's retention in words. */
export function Kept({ until, locale }: { until: string; locale: Locale }) {
  const { retain: text } = messages(locale).office;
  const { documents, caseFile, marks, events } = text.rows;
  return (
    <Table
      caption={text.caption}
      columns={[{ label: text.what }, { label: text.until }, { label: text.why }]}
      rows={[
        { key: "case-file", cells: [caseFile.what, until, caseFile.why] },
        { key: "documents", cells: [documents.what, documents.until, documents.why] },
        { key: "marks", cells: [marks.what, marks.until, marks.why] },
        { key: "events", cells: [events.what, events.until, events.why] },
      ]}
    />
  );
}
