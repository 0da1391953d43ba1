import type { Metadata } from "next";
import { AbsencePanel } from "@/components/office/absence-panel";
import { CalendarPanel } from "@/components/office/calendar-panel";
import { DoneNotice } from "@/components/office/done-notice";
import { SessionsPanel } from "@/components/office/sessions-panel";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import { SummaryList } from "@/components/ui/summary-list";
import { instantWords } from "@/lib/i18n/dates";
import { locales } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { absenceOf } from "@/lib/server/reads/absence";
import { calendarSince } from "@/lib/server/reads/calendar";
import { present } from "@/lib/server/reads/present";
import { ownFactor } from "@/lib/server/reads/second-factor";
import { ownSessions } from "@/lib/server/reads/sessions";
import { requireAnyStaff } from "@/lib/server/session";
import { Desk } from "../desk";
import { backAction, calendarAction, endOthersAction, endSessionAction, languageAction, ownAbsenceAction, revokeCalendarAction, signOutEverywhereAction } from "./actions";

type Props = { searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages((await requireAnyStaff()).locale).office.account.title };
}

/** One's own account: who one is here, the language, the calendar, and a way out of every session. */
export default async function AccountPage({ searchParams }: Props) {
  const actor = await requireAnyStaff();
  const { office, law, signIn } = messages(actor.locale);
  const { timeZone } = present();
  const { since, codesLeft, isByCompany } = await ownFactor(actor);
  const text = office.account;
  const { done } = await searchParams;
  const absence = await absenceOf(actor, actor.id);
  return (
    <Desk actor={actor} place="account">
      <Heading>{text.title}</Heading>
      <DoneNotice done={done} locale={actor.locale} />
      <SummaryList
        rows={[
          { term: office.staff.name, detail: actor.name },
          { term: office.staff.email, detail: actor.email },
          { term: text.roles, detail: actor.roles.map((role) => law.role[role]).join(", ") },
        ]}
      />
      <section className="panel" aria-labelledby="factor">
        <Heading level={2} id="factor">{signIn.account.title}</Heading>
        <p>{since ? `${signIn.account.since(instantWords(since.toISOString(), timeZone, actor.locale))} ${signIn.account.left(codesLeft)}` : isByCompany ? signIn.company.none : signIn.account.none}</p>
        <p><a className="button button-secondary" href="/office/account/factor">{signIn.account.manage}</a></p>
      </section>
      <SessionsPanel sessions={await ownSessions(actor)} timeZone={timeZone} locale={actor.locale} hasPassword={!isByCompany} end={endSessionAction} endOthers={endOthersAction} />
      <form action={languageAction} className="panel form">
        <fieldset className="field">
          <legend className="heading-2">{text.language}</legend>
          {locales.map((locale) => (
            <div className="choice" key={locale}>
              <input id={`locale-${locale}`} type="radio" name="locale" value={locale} defaultChecked={locale === actor.locale} />
              <label htmlFor={`locale-${locale}`} lang={locale}>{text.languages[locale]}</label>
            </div>
          ))}
        </fieldset>
        <Submit variant="secondary">{text.languageSubmit}</Submit>
      </form>
      {absence && <AbsencePanel absence={absence} isOwn set={ownAbsenceAction} back={backAction} locale={actor.locale} />}
      {actor.permissions.has("case.handle") && (
        <CalendarPanel since={await calendarSince(actor)} timeZone={timeZone} locale={actor.locale} create={calendarAction} revoke={revokeCalendarAction} />
      )}
      <form action={signOutEverywhereAction} className="panel">
        <Heading level={2}>{text.everywhere}</Heading>
        <p>{text.everywhereHint}</p>
        <Submit variant="danger">{text.everywhereSubmit}</Submit>
      </form>
    </Desk>
  );
}
