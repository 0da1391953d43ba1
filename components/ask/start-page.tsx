import type { ReactNode } from "react";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import type { Messages } from "@/lib/i18n/messages";
import { type Right, rightRules } from "@/lib/law/rights";

type Props = {
  right: Right;
  words: Messages;
  /** What became of a draft: it is no longer there, or another one is. */
  notice: { title: string; text: string } | null;
  /** The buttons. */
  children: ReactNode;
};

/** Before anything is asked: what the right is good for, what will be asked, how long it takes and when there is an answer. */
export function StartPage({ right, words: { ask, law }, notice, children }: Props) {
  const { start } = ask;
  const about = ask.right[right];
  const isAtOnce = right === "withdraw-consent";
  return (
    <div className="stack">
      {notice && <Notice tone="info" title={notice.title} role="status"><p>{notice.text}</p></Notice>}
      <div className="prose">
        <Heading caption={rightRules[right].aboutSomeoneDead ? undefined : law.right[right].short}>{law.right[right].name}</Heading>
        <p className="lead">{law.right[right].goodFor}</p>
        {about.note && <p>{about.note}</p>}
      </div>
      <dl className="start-facts">
        <div><dt>{start.asks}</dt><dd><ul>{about.asks.map((each) => <li key={each}>{each}</li>)}</ul></dd></div>
        {about.documents && <div><dt>{start.documents}</dt><dd>{about.documents}</dd></div>}
        <div><dt>{start.duration}</dt><dd>{about.minutes}</dd></div>
        <div><dt>{start.answer}</dt><dd>{isAtOnce ? start.atOnce : start.oneMonth} {start.free}</dd></div>
      </dl>
      {children}
    </div>
  );
}
