import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AppSteps } from "@/components/office/app-steps";
import { CodesForm } from "@/components/office/codes-form";
import { Door } from "@/components/office/door";
import { ActionForm } from "@/components/ui/action-form";
import { Submit } from "@/components/ui/submit";
import { messages } from "@/lib/i18n/messages";
import { signInStanding } from "@/lib/server/reads/second-factor";
import { localeOf, otherLanguage } from "../locale-of";
import { enterAction, setUpFactorAction } from "./actions";

type Props = { searchParams: Promise<{ lang?: string }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: messages(await localeOf(searchParams)).signIn.setUp.title };
}

/** After the password, for whoever needs a second factor and has none: set one up before anything else opens. security.md AU1. */
export default async function FactorPage({ searchParams }: Props) {
  const locale = await localeOf(searchParams);
  const standing = await signInStanding();
  if (!standing || standing.next === "code") redirect(`/office/sign-in${standing ? "/code" : ""}?lang=${locale}`);
  const { office, signIn: { setUp: text } } = messages(locale);
  const goIn = (words: string) => (
    <ActionForm action={enterAction.bind(null, locale)} problem={office.problem} name="enter"><Submit>{words}</Submit></ActionForm>
  );
  return (
    <Door title={text.title} locale={locale} other={otherLanguage(locale)}>
      <p>{standing.next === "enter" ? text.ready : text.why}</p>
      <CodesForm action={setUpFactorAction.bind(null, locale)} problem={office.problem} name="factor" title={text.codesTitle} about={text.codesAbout} then={goIn(text.seen)}>
        {standing.next === "set-up" && <AppSteps offer={standing.offer} locale={locale} />}
      </CodesForm>
      {standing.next === "enter" && <div className="after-codes"><p>{text.notSeen}</p>{goIn(text.enter)}</div>}
    </Door>
  );
}
