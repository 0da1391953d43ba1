import type { ReactNode } from "react";
import { UploadsFirst } from "@/components/check/uploads-first";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FilePurpose } from "@/lib/request/event";
import { problemText, uploadId } from "./uploads";

type Props = {
  title: string;
  locale: Locale;
  reference: string;
  /** What an upload by a plain form came back with. */
  problem: { code: string; purpose: FilePurpose } | null;
  children: ReactNode;
};

/** A page inside the space: the way back, the reference, the heading, and what went wrong on the way here. */
export function SpacePage({ title, locale, reference, problem, children }: Props) {
  const { follow } = messages(locale);
  return (
    <UploadsFirst className="follow-page">
      <p className="no-print"><a className="follow-back-link" href={`/${locale}/follow/${reference}`}>{follow.back}</a></p>
      {problem && <ErrorSummary title={follow.problem} errors={{ [uploadId(problem.purpose)]: problemText(locale, problem.code) }} takesFocus />}
      <Heading caption={`${follow.space.reference} ${reference}`}>{title}</Heading>
      {children}
    </UploadsFirst>
  );
}
