import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FindingsTable } from "@/components/import/findings-table";
import { ImportProgress } from "@/components/import/import-progress";
import { ImportResult } from "@/components/import/import-result";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { messages } from "@/lib/i18n/messages";
import { isUnderWay } from "@/lib/request/import/import-state";
import { registerImport } from "@/lib/server/reads/register-imports";
import { hasProved } from "@/lib/server/reads/second-factor";
import { requireStaff } from "@/lib/server/session";
import { Desk } from "../../desk";
import { importAction } from "../actions";
import "../../../import.css";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireStaff("register.import");
  const found = await registerImport(actor, (await params).id);
  const { title, state } = messages(actor.locale).registerImport;
  return { title: found ? `${state[found.state]} – ${title}` : title };
}

/** One register: how far its check or its taking over is, what was found, and the button that goes on. */
export default async function OneImportPage({ params }: Props) {
  const actor = await requireStaff("register.import");
  const found = await registerImport(actor, (await params).id);
  if (!found) notFound();
  const { locale } = actor;
  const { registerImport: text } = messages(locale);
  return (
    <Desk actor={actor} place="queue">
      <p><a href="/office/import">{text.back}</a></p>
      <Heading caption={text.state[found.state]}>{text.of(found.source)}</Heading>
      {isUnderWay(found.state) && <ImportProgress view={found} locale={locale} />}
      {found.problem && <Notice tone="problem" title={text.unreadableTitle}><p>{text.problem[found.problem.code](found.problem.line, found.problem.column ?? "")} {text.again}</p></Notice>}
      {found.state === "expired" && <Notice tone="info"><p>{text.expired}</p></Notice>}
      {(found.state === "checked" || found.state === "done") && <ImportResult view={found} action={hasProved(actor) ? importAction.bind(null, found.id) : null} locale={locale} />}
      {found.findings.length > 0 && !isUnderWay(found.state) && <FindingsTable view={found} locale={locale} />}
    </Desk>
  );
}
