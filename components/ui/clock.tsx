import type { ReactNode } from "react";
import { messages } from "@/lib/i18n/messages";
import { isQuotable, sourceLabel, sourceUrl } from "@/lib/law/sources";
import type { TimeLimit } from "@/lib/law/time-limit";
import { dayWords } from "@/lib/i18n/dates";

type Props = {
  limit: TimeLimit;
  locale: "fr" | "en";
  /** Other words for this place; the sentences of the steps are the law's and the same for everyone. */
  texts?: { title: string; due: (date: string) => string; why: string; suspended: (date: string) => string };
  /** Level of its heading on this page. */
  level?: 2 | 3;
  /** Steps shown at once rather than on demand. */
  open?: boolean;
  /** Other dates that belong beside this one. */
  children?: ReactNode;
};

/** The due date and, step by step with their sources, why it is that date. Sources still to be confirmed are not named. */
export function Clock({ limit, locale, texts, level = 2, open = false, children }: Props) {
  const { site, law } = messages(locale);
  const words = texts ?? site.clock;
  const Title = `h${level}` as const;
  const date = (day: string) => dayWords(day, locale);
  return (
    <section className="clock">
      <Title className="clock-title">{words.title}</Title>
      <p className="clock-due"><time dateTime={limit.dueOn}>{words.due(date(limit.dueOn))}</time></p>
      {limit.suspendedSince && <p>{words.suspended(date(limit.suspendedSince))}</p>}
      {limit.strictDueOn !== limit.dueOn && <p className="quiet">{(limit.steps.some(({ rule }) => rule === "reopened") ? site.clock.strictReopened : site.clock.strict)(date(limit.strictDueOn))}</p>}
      <details open={open}>
        <summary>{words.why}</summary>
        <ol className="clock-steps">
          {limit.steps.map((step, index) => (
            <li key={index}>{law.step(step, { date })} {isQuotable(step.source) && <StepSource label={sourceLabel(step.source, locale)} url={sourceUrl(step.source, locale)} />}</li>
          ))}
        </ol>
      </details>
      {children}
    </section>
  );
}

function StepSource({ label, url }: { label: string; url: string | null }) {
  return <span className="small">({url ? <a href={url} rel="noreferrer">{label}</a> : label})</span>;
}
