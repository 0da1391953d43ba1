import type { Locale } from "@/lib/i18n/locale";
import { type Messages, messages } from "@/lib/i18n/messages";
import type { Right } from "@/lib/law/rights";
import type { Channel } from "@/lib/request/arrival";
import { closedStates, isOnDesk, type RequestState, type Stage } from "@/lib/request/request";
import { awayWords } from "./away-words";
import { departmentsAwaited } from "./case-view";
import { type DueWords, dueWords } from "./due-words";

export type QueueItem = {
  reference: string;
  requesterName: string | null;
  rights: Right[];
  state: RequestState;
  stage: Stage;
  waitingFor: string;
  tasks: { is: "open"; isLate: boolean; department: Record<Locale, string> }[];
  dueOn: string;
  /** The date that matters, by which the rows stand: another than the answer's where something is to be done before, or was answered and written about since. */
  actOn: string;
  daysLeft: number;
  daysToAct: number;
  suspended: boolean;
  effectAtOnce: boolean;
  channel: Channel;
  hasLettersToPost: boolean;
  lacksReceiptProof: boolean;
  assignee: { id: string; name: string; isHere: boolean; awayUntil: string | null } | null;
  teamId: string | null;
};

/** What a line below the first is: something for staff to do, a mark, or a fact beside it. */
export type Line = { said: string; is: "to-do" | "mark" | "beside" };
/** A row as it is read, in the order of its columns; what it has not is not sent. `choose`: what choosing it is called, where it may be. `tone` of a name: nobody's, or the reader's own. */
export type QueueRowWords = {
  reference: string;
  choose?: string | undefined;
  due: DueWords & { beside?: string | undefined };
  now?: string | undefined;
  person: { said: string; isMissing?: true | undefined; lines?: Line[] | undefined };
  rights: string;
  state: { said: string; lines?: Line[] | undefined };
  assignee: { said: string; tone?: "nobody" | "me" | undefined; lines?: Line[] | undefined };
};

type Reader = { me: string; teams: readonly { id: string; name: string }[]; locale: Locale; /** Inside a form that does something with the chosen ones. */ isChoosable: boolean };

/** A row in words, so that the browser's part of the table needs none of the texts. */
export function queueRowWords(row: QueueItem, { me, teams, locale, isChoosable }: Reader): QueueRowWords {
  const { office, law, record, queue } = messages(locale);
  const text = office.queue;
  const isClosed = closedStates.has(row.state);
  const awaited = departmentsAwaited(row.tasks, locale);
  const isForStaff = row.waitingFor === "staff" || (row.waitingFor === "department" && (row.state === "new" || row.stage !== "handle"));
  const { assignee } = row;
  return {
    reference: row.reference,
    choose: isChoosable && isOnDesk(row) ? queue.choose(row.reference) : undefined,
    due: row.state === "message-after-reply" || (!isClosed && row.actOn !== row.dueOn) ? beforeAnswer(row, locale) : dueWords({ ...row, isClosed }, locale),
    now: row.effectAtOnce && !isClosed ? text.effectAtOnce : undefined,
    person: {
      said: row.requesterName ?? text.noName,
      isMissing: row.requesterName === null || undefined,
      lines: lines([row.channel !== "portal" && law.channel[row.channel], "beside"], [row.lacksReceiptProof && record.proof.missingShort, "mark"]),
    },
    rights: row.rights.map((right) => law.right[right].short).join(", "),
    state: {
      said: law.state[row.state],
      lines: lines(
        [isForStaff && toDo(row, text.toDo), "to-do"],
        [row.hasLettersToPost && record.post.filter, "to-do"],
        [awaited?.sentence, awaited && awaited.late > 0 ? "to-do" : "beside"],
        [row.waitingFor === "requester" && law.waitingFor.requester, "beside"],
      ),
    },
    assignee: {
      said: assignee === null ? text.nobody : assignee.id === me ? text.you : assignee.name,
      tone: assignee === null ? "nobody" : assignee.id === me ? "me" : undefined,
      lines: lines([assignee && awayWords(assignee, locale), "beside"], [teams.find(({ id }) => id === row.teamId)?.name, "beside"]),
    },
  };
}

function lines(...each: [said: string | false | null | undefined, is: Line["is"]][]): Line[] | undefined {
  const kept = each.flatMap(([said, is]) => (said ? [{ said, is }] : []));
  return kept.length > 0 ? kept : undefined;
}

/** By when it is to be looked at or carried out; and what of the answer. */
function beforeAnswer(row: QueueItem, locale: Locale): QueueRowWords["due"] {
  const { due } = messages(locale).office;
  const answer = dueWords({ ...row, isClosed: false }, locale);
  return {
    ...dueWords({ dueOn: row.actOn, daysLeft: row.daysToAct, suspended: false, isClosed: false }, locale),
    suspended: answer.suspended,
    beside: row.state === "message-after-reply" ? due.answered : due.answerBy(answer.on.day),
  };
}

/** What staff do next with a row: the answer to "what now?" in two words. */
function toDo({ state, stage }: QueueItem, words: Messages["office"]["queue"]["toDo"]): string {
  if (state === "new") return words.take;
  if (state === "message-after-reply") return words.message;
  return stage === "check" || stage === "reply" ? words[stage] : words.handle;
}
