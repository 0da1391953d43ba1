import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClockClosures } from "@/components/office/clock-closures";
import { ClockCompared } from "@/components/office/clock-compared";
import { ClockHistory } from "@/components/office/clock-history";
import { ClockHolidays } from "@/components/office/clock-holidays";
import { ClockPolicy } from "@/components/office/clock-policy";
import { DoneNotice } from "@/components/office/done-notice";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { messages } from "@/lib/i18n/messages";
import { clockSettingsView } from "@/lib/server/reads/clock-settings";
import { requireStaff } from "@/lib/server/session";
import { Desk } from "../../desk";
import { changeClockAction } from "./actions";

type Props = { searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages((await requireStaff("clock.manage")).locale).clock.title };
}

/** What decides due dates: holidays, closures, disputed points; each change shows first whom it moves. */
export default async function TimeLimitSettingsPage({ searchParams }: Props) {
  const actor = await requireStaff("clock.manage");
  const view = (await clockSettingsView(actor)) ?? notFound();
  const { locale } = actor;
  const text = messages(locale).clock;
  const { done } = await searchParams;
  const night = <ClockCompared compared={view.compared} timeZone={view.timeZone} locale={locale} />;
  const isRepaired = view.compared !== null && view.compared.repaired > 0;
  return (
    <Desk actor={actor} place="clock">
      <Heading>{text.title}</Heading>
      <DoneNotice done={done} locale={locale} />
      {view.isRecomputing && <Notice tone="info"><p>{text.recomputing}</p></Notice>}
      {isRepaired && night}
      <p className="lead">{text.lead}</p>
      <ClockHolidays calendar={view.calendar} years={view.years} changedDays={view.changedDays} action={changeClockAction.bind(null, "holiday")} locale={locale} />
      <ClockClosures closures={view.settings.closures} action={changeClockAction.bind(null, "closure")} locale={locale} />
      <ClockPolicy policy={view.settings.policy} locale={locale} />
      <ClockHistory history={view.history} hasOlder={view.hasOlder} timeZone={view.timeZone} locale={locale} />
      {!isRepaired && night}
    </Desk>
  );
}
