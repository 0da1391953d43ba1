import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ByRight, ByWay, Refusals } from "@/components/figures/by-kind";
import { ByMonth } from "@/components/figures/by-month";
import { DueAhead } from "@/components/figures/due-ahead";
import { KeyFigures } from "@/components/figures/key-figures";
import { LoadTable } from "@/components/figures/load-table";
import { PeriodForm } from "@/components/figures/period-form";
import { PublishForm } from "@/components/figures/publish-form";
import { DoneNotice } from "@/components/office/done-notice";
import { Heading } from "@/components/ui/heading";
import { messages } from "@/lib/i18n/messages";
import { pastMonths } from "@/lib/request/figures/period";
import { floor } from "@/lib/request/figures/published";
import { figures } from "@/lib/server/reads/figures";
import { isPublicFor } from "@/lib/server/reads/public-figures";
import { requireStaff } from "@/lib/server/session";
import { Desk } from "../desk";
import { publishAction } from "./actions";
import "../../figures.css";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages((await requireStaff("figures.read")).locale).figures.title };
}

/** How many requests came, how many were answered, in how many days, and what is due: of whole months, which stand in the address. */
export default async function FiguresPage({ searchParams }: Props) {
  const actor = await requireStaff("figures.read");
  const asked = await searchParams;
  const found = await figures(actor, { from: oneOf(asked.from), until: oneOf(asked.until) });
  if (!found) notFound();
  const isPublic = await isPublicFor(actor);
  const { locale } = actor;
  const { figures: text } = messages(locale);
  return (
    <Desk actor={actor} place="figures">
      <Heading>{text.title}</Heading>
      <DoneNotice done={oneOf(asked.done)} locale={locale} />
      <PeriodForm period={found.period} months={pastMonths(found.today)} locale={locale} />
      <section aria-labelledby="key" className="chart">
        <Heading level={2} id="key">{text.key.title}</Heading>
        <KeyFigures all={found.all} locale={locale} />
        <p className="quiet chart-note">{text.lead}</p>
      </section>
      <div className="charts">
        <ByMonth lines={found.byMonth} locale={locale} />
        <DueAhead days={found.due} overdue={found.overdue} locale={locale} />
        <ByRight lines={found.byRight} locale={locale} />
        <Refusals refusals={found.refusals} answered={found.all.answered} locale={locale} />
        <ByWay channels={found.byChannel} languages={found.byLanguage} locale={locale} />
        <LoadTable load={found.load} locale={locale} />
      </div>
      {isPublic !== null && <PublishForm isPublic={isPublic} floor={floor} locale={locale} action={publishAction} />}
    </Desk>
  );
}

function oneOf(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
