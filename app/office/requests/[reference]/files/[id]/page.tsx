import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CaseHead } from "@/components/office/case-head";
import { shortInstant } from "@/lib/i18n/dates";
import { maxZoom, Viewer } from "@/components/office/viewer";
import { Notice } from "@/components/ui/notice";
import { SummaryList } from "@/components/ui/summary-list";
import { messages } from "@/lib/i18n/messages";
import { isKeptAsItIs } from "@/lib/request/event";
import { viewedFor } from "@/lib/request/viewed-for";
import { present } from "@/lib/server/reads/present";
import { requireStaff } from "@/lib/server/session";
import { Desk } from "../../../../desk";
import { openCase, titleFacts } from "../../open-case";

type Props = { params: Promise<{ reference: string; id: string }>; searchParams: Promise<{ zoom?: string; turn?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, reference } = await titleFacts(params);
  return { title: `${messages(locale).office.viewer.short} – ${reference}` };
}

/** Looks at one document of a case; each page shown is recorded by the route that gives it. Permission `file.view`. */
export default async function FilePage({ params, searchParams }: Props) {
  await requireStaff("file.view");
  const { actor, view, locale, reference } = await openCase(params);
  const { id } = await params;
  const file = view.files.find((candidate) => candidate.id === id && !isKeptAsItIs(candidate.purpose));
  if (!file) notFound();
  const { office, law } = messages(locale);
  const text = office.viewer;
  const { zoom, turn } = await searchParams;
  const { at, timeZone } = present();
  const isProof = view.request.proofs.some((proof) => proof.fileId === id);
  return (
    <Desk actor={actor} place="queue">
      <CaseHead view={view} stage={law.filePurpose[file.purpose]} locale={locale} />
      <SummaryList
        rows={[
          { term: text.name, detail: file.name },
          { term: text.seenBy, detail: text.recorded[viewedFor(file.purpose)] },
        ]}
      />
      <p><a href={`/office/requests/${reference}${isProof ? "/check" : ""}`}>{isProof ? text.back : text.backToCase}</a></p>
      {file.scan === "pending" ? <Notice tone="info" title={office.case.scan.pending}><p>{office.case.scan.pendingHint}</p></Notice> : <Viewer
        fileId={id}
        name={file.name}
        pages={file.pages}
        look={{ zoom: within(zoom, 1, maxZoom), turn: within(turn, 0, 3) }}
        watermark={text.watermark(reference, law.filePurpose[file.purpose], actor.name, shortInstant(at, timeZone, locale))}
        locale={locale}
      />}
    </Desk>
  );
}

function within(text: unknown, least: number, most: number): number {
  const number = typeof text === "string" && /^\d$/.test(text) ? Number(text) : least;
  return Math.min(most, Math.max(least, number));
}
