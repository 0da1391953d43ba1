import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Select } from "@/components/ui/select";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { identityPolicyOf } from "@/lib/law/rights";
import { claimKindsOf } from "@/lib/request/claim-kinds";
import type { FormAction } from "@/lib/request/form-state";
import { lettersToPost } from "@/lib/request/letters-due";
import { isOpen } from "@/lib/request/request";
import { type CaseView, mayAny } from "./case-view";
import { type Givable, giveOptions } from "./give-options";
import { nextStage, stageWords } from "./stage-words";

type Props = { view: CaseView; me: string; mayAct: boolean; take: FormAction; give: FormAction; /** To whom they may give it. */ to: Givable; locale: Locale };

/** What may be done now, and only that: the case to take, and the pages of the stages that are open. */
export function ActionsSide({ view, me, mayAct, take: takeAction, give, to, locale }: Props) {
  const { office, record, teams } = messages(locale);
  const text = office.case;
  const { request, assigneeName } = view;
  const stages = openStages(view);
  const isMine = request.assigneeId === me;
  const next = nextStage(view);
  const toPost = view.caseFile ? lettersToPost(request.letters, view.caseFile.requester) : [];
  const take = !isMine && isOpen(request) && mayAny(view, "takeCase") && (
    <ActionForm action={takeAction} problem={office.problem} name="take">
      <Submit variant={assigneeName ? "secondary" : "primary"}>{assigneeName ? text.takeOver(assigneeName) : text.take}</Submit>
    </ActionForm>
  );
  return (
    <div className="panel side" role="region" aria-labelledby="now">
      <Heading level={2} id="now">{text.now}</Heading>
      {!mayAct && <p>{text.readOnly}</p>}
      {mayAct && (stages.length === 0 || next === null) && toPost.length === 0 && <p>{text.nothingNow}</p>}
      {mayAct && toPost.length > 0 && <p><a href={`/office/requests/${request.reference}#to-post`}>{record.post.waiting}</a></p>}
      {!assigneeName && take}
      {stages.length > 0 && (
        <ul className="side-links">
          {stages.map((stage) => {
            const { name, hint } = stageWords(view, stage, locale);
            return (
              <li key={stage}>
                <a className={stage === next ? "side-link side-link-now" : "side-link"} href={`/office/requests/${request.reference}/${stage}`}>
                  <strong>{name}</strong> <span>{hint}</span>
                </a>
              </li>
            );
          })}
        </ul>
      )}
      {isMine ? <p>{text.takenByYou}</p> : assigneeName && <p>{text.takenBy} <strong>{assigneeName}</strong></p>}
      {view.teamName && <p>{teams.case.team(view.teamName)}</p>}
      {assigneeName && take}
      {mayAny(view, "assignCase") && (
        <ActionForm action={give} problem={office.problem} name="give" labels={{ to: teams.case.give }}>
          <Select name="to" label={teams.case.give} options={giveOptions(to, teams.case.giveTo, teams.case.giveBack, locale)} />
          <Submit variant="secondary">{teams.case.giveSubmit}</Submit>
        </ActionForm>
      )}
    </div>
  );
}

/** Pages that have something to do, or on a closed case to read. */
function openStages(view: CaseView) {
  const isClosed = !isOpen(view.request);
  const open = {
    check: mayAny(view, "acceptIdentity", "rejectIdentity", "askIdentity", "reopenRequest") && identityPolicyOf(claimKindsOf(view.request, view.caseFile)) !== "never",
    handle: mayAny(view, "decideClaim", "askQuestion", "addNote"),
    reply: mayAny(view, "draftReply", "sendReply") || Boolean(view.caseFile?.replies.length),
    retain: isClosed,
  };
  return (["check", "handle", "reply", "retain"] as const).filter((stage) => open[stage]);
}
