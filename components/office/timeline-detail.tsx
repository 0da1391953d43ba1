import type { ReactNode } from "react";
import { zoneWords } from "@/components/check/zone-form";
import { capital } from "@/lib/i18n/capital";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { comparedFacts } from "@/lib/law/ladder";
import type { ArrivedBy } from "@/lib/request/arrived-by";
import { unseen } from "@/lib/request/unseen";
import type { CaseView, TimelineEntry } from "./case-view";
import { KeptFiles } from "./kept-files";
import { RequestLink } from "./request-link";
import { TaskDetail } from "./task-detail";

type Props = { entry: TimelineEntry; view: Pick<CaseView, "request" | "caseFile" | "files" | "tasks">; mayOpen: boolean; locale: Locale };

/** What a fact of the timeline says beyond its name: a message, a note, grounds, an outcome. */
export function TimelineDetail({ entry, view: { request, caseFile, files: all, tasks }, mayOpen, locale }: Props): ReactNode {
  const { office, law, record, evidence, signals, queue, incident, registerImport, teams } = messages(locale);
  const text = office.timeline;
  const arrived = ({ channel, on }: ArrivedBy) => capital(text.arrived(law.channel[channel], dayWords(on, locale)));
  const date = (day: string) => dayWords(day, locale);
  switch (entry.type) {
    case "RequestFiled":
      return (
        <>
          {entry.data.channel !== "portal" && <p>{capital(law.cameBy(entry.data.channel, entry.data.arrival ?? {}, { date }))}</p>}
          <p>{[...entry.data.claims.map(({ right }) => law.right[right].short), ...files(entry.data.files.length, text.files)].join(" · ")}</p>
        </>
      );
    case "RequestImported":
      return (
        <>
          <p>{registerImport.cameFrom(law.channel[entry.data.channel], date(entry.data.receivedOn))}</p>
          <p>{entry.data.claims.map(({ right }) => law.right[right].short).join(" · ")}</p>
        </>
      );
    case "ReceiptProofAdded":
      return <p>{[...(entry.data.isNumbered ? [record.proof.numbered] : []), ...files(entry.data.files.length, text.files)].join(" · ")}</p>;
    case "AddressRecorded":
      return <p>{record.address.way[entry.data.way]}</p>;
    case "LetterPosted":
      return <p>{capital(date(entry.data.postedOn))}</p>;
    case "IdentityReceived":
      return (
        <>
          <p>{[...entry.data.files.map(({ purpose }) => law.filePurpose[purpose]), ...(entry.data.seen ?? []).map((purpose) => law.proofPurpose[purpose])].join(" · ")}</p>
          {entry.data.arrived && <p>{arrived(entry.data.arrived)}</p>}
        </>
      );
    case "IdentityRequested":
      return (
        <>
          {entry.data.followUp && <p>{text.followUp}</p>}
          {entry.data.creditedLate && <p>{text.creditedLate}</p>}
          <p>{entry.data.grounds.map((ground) => law.doubtGround[ground].staff).join(" · ")}</p>
          <p>{entry.data.kinds.map((kind) => law.proofKind[kind]).join(" · ")}</p>
        </>
      );
    case "EvidenceRecorded":
      return <p>{comparedFacts.flatMap((fact) => (entry.data.facts[fact] === "not-looked-at" ? [] : [evidence.compared[fact][entry.data.facts[fact]]])).join(" · ")}</p>;
    case "IdentityAccepted":
      return <p>{[law.verificationMethod[entry.data.method], ...entry.data.kinds.map((kind) => law.proofKind[kind])].join(" · ")}</p>;
    case "FileRefusedAsUnsafe":
      return <p>{law.filePurpose[entry.data.purpose]}</p>;
    case "IdentityRejected":
      return <p>{[...(entry.data.purposes ?? []).map((purpose) => law.filePurpose[purpose]), law.proofRejection[entry.data.reason].staff].join(" · ")}</p>;
    case "DeadlineExtended":
    case "ClarificationRequested":
    case "IncidentTold":
    case "QuestionAsked":
    case "MessageReceived": {
      const message = caseFile?.messages.find(({ id }) => id === entry.data.messageId);
      return (
        <>
          {entry.type === "DeadlineExtended" && <p>{[text.months(entry.data.months), ...entry.data.reasons.map((reason) => law.extensionReason[reason].staff)].join(" · ")}</p>}
          {entry.type === "MessageReceived" && entry.data.arrived && <p>{arrived(entry.data.arrived)}</p>}
          {message && <blockquote className="event-body" lang={request.locale}>{message.body}</blockquote>}
          {message && message.fileIds.length > 0 && <p>{text.files(message.fileIds.length)}</p>}
        </>
      );
    }
    case "NoteAdded": {
      const note = caseFile?.notes.find(({ id }) => id === entry.data.noteId);
      const noteFiles = all.filter(({ id }) => entry.data.fileIds?.includes(id));
      return (
        <>
          {note && <blockquote className="event-body" aria-label={text.internalHint}>{note.body}</blockquote>}
          {noteFiles.length > 0 && <KeptFiles files={noteFiles} mayOpen={mayOpen} locale={locale} />}
          {entry.told.length > 0 && <p>{text.told(new Intl.ListFormat(locale).format(entry.told))}</p>}
        </>
      );
    }
    case "ClaimDecided": {
      const claim = request.claims.find(({ id }) => id === entry.data.claimId);
      const words = [claim && law.right[claim.right].short, law.outcome[entry.data.outcome]].filter(Boolean).join(text.colon);
      return <p>{[words, ...entry.data.grounds.map((ground) => law.refusalGround[ground].name)].join(" · ")}</p>;
    }
    case "ReplySent":
      return entry.data.fileIds.length > 0 ? <p>{text.files(entry.data.fileIds.length)}</p> : null;
    case "CaseAssigned":
      if (entry.data.staffId) return <p>{queue.givenTo(entry.givenTo ?? text.someone)}</p>;
      return <p>{entry.data.teamId ? teams.case.givenToTeam(entry.toTeam ?? teams.case.someTeam) : queue.givenBack}</p>;
    case "CaseMoved":
      return <p>{teams.case.moved(entry.data.teamId && (entry.toTeam ?? teams.case.someTeam))}</p>;
    case "AnotherRightAsked":
      return <p><RequestLink reference={entry.data.reference} locale={locale} /></p>;
    case "IncidentLinked":
      return <p>{entry.data.incidentId ? incident.timeline.linked : incident.timeline.unlinked}</p>;
    case "RequestMerged":
      return <p><RequestLink reference={entry.data.into} locale={locale} /></p>;
    case "DuplicateTaken":
      return <p><RequestLink reference={entry.data.from} locale={locale} /></p>;
    case "DueDateMoved":
      return <p>{text.moved(dayWords(entry.data.before, locale), dayWords(entry.data.after, locale))}</p>;
    case "TaskAsked":
    case "TaskAnswered":
    case "TaskWithdrawn":
    case "TaskLinkSent":
      return <TaskDetail entry={entry} tasks={tasks} locale={locale} />;
    case "SignalRaised":
      return <p>{[signals.signal[entry.data.signal].name, ...("about" in entry.data ? [entry.data.about === unseen ? teams.case.unseen : signals.other(entry.data.about)] : [])].join(" · ")}</p>;
    case "ZoneChecked":
      return <p>{[`${capital(signals.zone.kind[entry.data.kind])}.`, ...zoneWords(entry.data, locale)].join(" ")}</p>;
    case "DirectivesEnded":
      return <p>{office.retain.endedHow[entry.data.how]}</p>;
    case "LetterFailed":
      return <p>{text.letterFailed}</p>;
    default:
      return null;
  }
}

function files(count: number, words: (count: number) => string): string[] {
  return count > 0 ? [words(count)] : [];
}

