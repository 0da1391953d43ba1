import { Heading } from "@/components/ui/heading";
import type { Locale } from "@/lib/i18n/locale";
import { type Messages, messages } from "@/lib/i18n/messages";
import type { CaseView, TimelineEntry } from "./case-view";
import { shortInstant } from "@/lib/i18n/dates";
import { TimelineDetail } from "./timeline-detail";

type Words = Messages["office"]["timeline"];
type Props = { view: CaseView; /** May the reader open files? */ mayOpen: boolean; locale: Locale; timeZone: string };

/** What happened, newest first: facts, messages, letters, documents; notes are marked as internal. */
export function Timeline({ view, mayOpen, locale, timeZone }: Props) {
  const { office, law, record } = messages(locale);
  const text = office.timeline;
  return (
    <section aria-labelledby="timeline">
      <Heading level={2} id="timeline">{text.title}</Heading>
      <ol className="timeline" reversed>
        {view.timeline.toReversed().map((entry) => (
          <li key={entry.id} className={`event event-${toneOf(entry)}`}>
            <p className="event-title">
              {titleOf(entry, view, law.event[entry.type], text, record.recorded)}
              {toneOf(entry) === "internal" && <span className="tag tag-internal">{text.internal}</span>}
            </p>
            <p className="event-by">
              {byWhom(entry, view, text, locale)} · <time dateTime={entry.at}>{shortInstant(entry.at, timeZone, locale)}</time>
            </p>
            <TimelineDetail entry={entry} view={view} mayOpen={mayOpen} locale={locale} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function byWhom({ actor, actorName }: TimelineEntry, { tasks }: CaseView, text: Words, locale: Locale): string {
  if (actor.startsWith("department:")) return tasks.find(({ departmentId }) => actor === `department:${departmentId}`)?.department?.[locale] ?? text.system;
  if (actor === "requester") return text.person;
  if (actor === "rule") return text.rule;
  return actor.startsWith("staff:") ? (actorName ?? text.someone) : text.system;
}

/** After the reply one writes rather than asks. A letter by its name; identity may be established without a document: then none was destroyed. */
function titleOf(entry: TimelineEntry, { timeline }: CaseView, title: string, text: Words, recorded: string): string {
  if (entry.type === "LetterSent" || entry.type === "LetterFailed" || entry.type === "LetterPosted") return `${title}${text.colon}${text.letters[entry.data.letter]}`;
  if (entry.type === "RequestFiled" && entry.data.channel !== "portal") return recorded;
  if (entry.type === "QuestionAsked" && timeline.some(({ type, sequence }) => type === "ReplySent" && sequence < entry.sequence)) return text.written;
  return entry.type === "IdentityAccepted" && entry.data.destroyedFileIds.length === 0 ? text.identityOnly : title;
}

function toneOf({ type }: TimelineEntry): string {
  if (type === "NoteAdded") return "internal";
  if (type === "TaskFileRefused") return "problem";
  if (type === "TaskAsked" || type === "TaskAnswered" || type === "TaskWithdrawn" || type === "TaskLinkSent") return "internal";
  if (type === "LetterFailed" || type === "FileRefusedAsUnsafe" || type === "ProofsExpired") return "problem";
  if (type === "MessageReceived" || type === "RequestFiled" || type === "IdentityReceived" || type === "RequestWithdrawn" || type === "EmailCodeUsed") return "person";
  if (type === "LetterSent" || type === "LetterPosted" || type === "ReplyDrafted" || type === "SignalRaised" || type === "ZoneChecked") return "quiet";
  return "fact";
}
