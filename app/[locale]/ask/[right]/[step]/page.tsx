import type { Metadata } from "next";
import { AboutFields, ReceiptField } from "@/components/ask/about-fields";
import { CheckPage } from "@/components/ask/check-page";
import { DocumentsPage } from "@/components/ask/documents-page";
import { QuestionPage } from "@/components/ask/question-page";
import { questions } from "@/components/ask/questions";
import { ActionForm } from "@/components/ui/action-form";
import { Submit } from "@/components/ui/submit";
import { dayFigures } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { areCombinable, type Right, rights } from "@/lib/law/rights";
import { isMarketingOnly } from "@/lib/request/ask/draft";
import { documentsOf } from "@/lib/request/ask/steps";
import { controller } from "@/lib/server/reads/controller";
import { limitIfSentNow } from "@/lib/server/reads/draft";
import { present } from "@/lib/server/reads/present";
import { pass, remove, save, send } from "../../actions";
import { documentErrors } from "./document-errors";
import { type OpenStep, openStep } from "./open-step";
import { titleOf } from "./title-of";

type Props = {
  params: Promise<{ locale: Locale; right: Right; step: string }>;
  searchParams: Promise<{ upload?: string; purpose?: string; missing?: string }>;
};
type Facts = OpenStep & { locale: Locale };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, right, step } = await params;
  const { upload, missing } = await searchParams;
  const title = titleOf(messages(locale), right, step);
  return { title: title && (upload || missing) ? `${messages(locale).site.problem} – ${title}` : title };
}

/** One page of a request: questions, who asks, documents, or the last look. */
export default async function Step({ params, searchParams }: Props) {
  const { locale, right, step } = await params;
  const query = await searchParams;
  const facts: Facts = { ...(await openStep(locale, right, step)), locale };
  if (step === "check") return <Check {...facts} />;
  if (step === "documents") return <Documents {...facts} attempt={attemptOf(query.missing)} errors={documentErrors(facts.draft, facts.files, query, messages(locale))} />;
  if (step === "about") return <About {...facts} />;
  return <Questions {...facts} />;
}

function captionOf({ locale, step, index, steps }: Facts): string {
  const { law, ask } = messages(locale);
  const isShared = step.step === "about" || step.step === "documents";
  return `${isShared ? ask.yourRequest : law.right[step.right].short}, ${ask.stepOf(index + 1, steps.length)}`;
}

function Questions(facts: Facts) {
  const { locale, id, draft, step: { right, step } } = facts;
  const words = messages(locale);
  const Fields = questions[right][step];
  const { title, why } = (words.ask.page[right] as Record<string, { title: string; why: string }>)[step] ?? { title: "", why: "" };
  const typed = draft.claims.find((claim) => claim.right === right)?.typed ?? {};
  return (
    <QuestionPage action={save.bind(null, locale, right, step, id)} words={words} caption={captionOf(facts)} title={title} why={why} labels={words.ask.field[right]}>
      {Fields && <Fields ask={words.ask} law={words.law} optional={words.site.optional} typed={typed} />}
    </QuestionPage>
  );
}

function About(facts: Facts) {
  const { locale, id, draft, step: { right } } = facts;
  const words = messages(locale);
  const { about } = words.ask;
  const isReceipt = isMarketingOnly(draft);
  const question = { ask: words.ask, law: words.law, optional: words.site.optional, typed: draft.about };
  return (
    <QuestionPage action={save.bind(null, locale, right, "about", id)} words={words} caption={captionOf(facts)} title={isReceipt ? about.receiptTitle : about.title} why={isReceipt ? about.receiptWhy : about.why} labels={about.fields}>
      {isReceipt ? <ReceiptField {...question} /> : <AboutFields {...question} isForDeceased={draft.claims.some((claim) => claim.right === "deceased")} />}
    </QuestionPage>
  );
}

/** How often the way on was refused for missing documents, so that each refusal is announced anew. */
function attemptOf(missing: string | undefined): number {
  return /^\d{1,4}$/.test(missing ?? "") ? Number(missing) : 0;
}

function Documents(facts: Facts & { errors: Record<string, string>; attempt: number }) {
  const { locale, id, draft, files, step: { right }, steps, index, errors, attempt } = facts;
  const previous = steps[index - 1];
  const back = previous ? `/${locale}/ask/${previous.right}/${previous.step}` : `/${locale}/ask/${right}`;
  const { at, timeZone } = present();
  const mark = { controller: controller().name, reference: null, on: dayFigures(at, timeZone, locale) };
  return <DocumentsPage action={pass.bind(null, locale, right, attempt + 1, id)} attempt={attempt} caption={captionOf(facts)} documents={documentsOf(draft)} files={files} errors={errors} back={back} mark={mark} locale={locale} words={messages(locale)} />;
}

async function Check({ locale, id, draft, files, steps, step }: Facts) {
  const words = messages(locale);
  const { dueOn } = await limitIfSentNow();
  const { check } = words.ask;
  const begun = draft.claims.map((claim) => claim.right);
  return (
    <CheckPage
      draft={draft}
      files={files}
      documents={documentsOf(draft)}
      asksAbout={steps.some((each) => each.step === "about")}
      addable={rights.filter((right) => !begun.includes(right) && areCombinable([...begun, right]))}
      dueOn={dueOn}
      locale={locale}
      words={words}
      removing={(claimId, right) => (
        <ActionForm action={remove.bind(null, locale, step.right, claimId, id)} problem={words.site.problem}>
          <Submit variant="link" label={check.removeRightNamed(words.law.right[right].short)}>{check.removeRight}</Submit>
        </ActionForm>
      )}
      sending={
        <ActionForm action={send.bind(null, locale, step.right, id)} problem={words.site.problem}>
          <Submit>{check.send}</Submit>
        </ActionForm>
      }
    />
  );
}
