import { type ImportColumn, importColumns } from "@/lib/request/import/columns";
import type { Locale } from "./locale";
import { messages } from "./messages";

type Line = Partial<Record<ImportColumn, string>>;

/** A register of three requests, its first line included: one open, one refused in part, one withdrawn. The people in it are made up. */
export function exampleLines(locale: Locale): string[][] {
  const { details, note } = messages(locale).registerImport.example;
  const lines: Line[] = [
    { id: "2026-0142", receivedOn: "2026-11-02", channel: "email", rights: "access", state: "open", name: "Camille Exemple", email: "camille@client.example", customerNumber: "C-1042", language: locale, details, identityAskedOn: "2026-11-03", identityReceivedOn: "2026-11-09", note },
    { id: "2026-0097", receivedOn: "2026-03-16", channel: "post", rights: "access|erasure", state: "answered", answeredOn: "2026-05-11", outcomes: "access: fulfilled | erasure: partly-fulfilled", refusalGrounds: "legal-obligation", extendedOn: "2026-04-02", extensionMonths: "1", name: "Dominique Exemple", postalAddress: "3 rue des Arts\n31000 Toulouse", language: locale },
    { id: "2025-0611", receivedOn: "2025-12-01", channel: "telephone", rights: "objection:marketing", state: "withdrawn", answeredOn: "2025-12-04", name: "Alex Exemple", customerNumber: "C-0007", language: locale },
  ];
  return [[...importColumns], ...lines.map((line) => importColumns.map((column) => line[column] ?? ""))];
}
