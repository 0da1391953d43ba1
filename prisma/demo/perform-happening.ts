import type { Command } from "@/lib/request/command";
import { acceptIdentity } from "@/lib/request/check/accept-identity";
import { askIdentity } from "@/lib/request/check/ask-identity";
import { noteEmailCode } from "@/lib/request/check/note-email-code";
import { receiveIdentity } from "@/lib/request/check/receive-identity";
import { recordEvidence } from "@/lib/request/check/record-evidence";
import { addNote } from "@/lib/request/handle/add-note";
import { askClarification } from "@/lib/request/handle/ask-clarification";
import { askQuestion } from "@/lib/request/handle/ask-question";
import { decideClaim } from "@/lib/request/handle/decide-claim";
import { extendDeadline } from "@/lib/request/handle/extend-deadline";
import { sendMessage } from "@/lib/request/handle/send-message";
import { takeCase } from "@/lib/request/handle/take-case";
import { draftReply } from "@/lib/request/reply/draft-reply";
import { sendReply } from "@/lib/request/reply/send-reply";
import { withdrawRequest } from "@/lib/request/retain/withdraw-request";
import { replyTemplate } from "@/lib/letters/reply/reply-template";
import { timeLimitOf } from "@/lib/request/summary";
import { type Actor, mint } from "@/lib/server/actor";
import { clockFacts } from "@/lib/server/clock-facts";
import { env } from "@/lib/server/env";
import { perform } from "@/lib/server/perform";
import { type Case, loadCase } from "@/lib/server/store";
import { complete } from "./complete";
import { addFile } from "./files";
import { endOf, type Happening } from "./happenings";
import { person } from "./people";
import { actorOf, members } from "./staff";
import type { Story } from "./stories";
import { words } from "./words";

type Told = { story: Story; index: number; reference: string; at: Date };

/** Makes one thing happen on a case, through its use case and by whoever would do it. A refusal is a fault of the example. */
export async function performHappening(happening: Exclude<Happening, { what: "file" }>, { story, index, reference, at }: Told): Promise<void> {
  const agent = actorOf(members[story.locale === "en" ? 1 : index % 2 === 0 ? 0 : 2] as (typeof members)[number]);
  const dpo = actorOf(members[2] as (typeof members)[number]);
  const requester = mint({ kind: "requester" as const, reference });
  const text = words[story.locale];
  const found = await loadCase(reference);
  if (!found) throw new Error(`story ${index}: no case`);
  const give = async <Input>(actor: Actor, command: Command<string, Input>, input: NoInfer<Input>) => {
    const done = await perform(actor, command, input, { reference, at });
    if ("refused" in done) throw new Error(`story ${index}, ${happening.what}: ${done.refused}`);
  };
  switch (happening.what) {
    case "take":
      return give(agent, takeCase, {});
    case "ask-identity":
      return give(agent, askIdentity, story.forSomeone ? { grounds: ["mandate-missing"], kinds: ["mandate"] } : { grounds: ["email-unknown"], kinds: ["identity-card", "passport"] });
    case "send-identity":
      await addFile({ draftId: null, reference }, found.key as Buffer, story.forSomeone ? "mandate" : "identity", person(story.locale, index).name, at, `${index}:sent`);
      await give(requester, noteEmailCode, {});
      return give(requester, receiveIdentity, {});
    case "accept-by-document":
      return give(agent, acceptIdentity, { method: "document", kinds: story.rights[0] === "deceased" ? ["identity-card", "death-certificate", "heirship-proof"] : ["identity-card"] });
    case "accept-by-facts":
      await give(agent, recordEvidence, { email: "matches", orderNumber: "matches", postcode: "matches" });
      return give(agent, acceptIdentity, { method: "known-facts", kinds: [] });
    case "ask-question":
      return give(agent, askQuestion, { body: text.question });
    case "ask-clarification":
      return give(agent, askClarification, { body: text.clarification });
    case "extend":
      return give(agent, extendDeadline, { months: 2, reasons: ["scattered-data", "others-data"], explanation: text.extension });
    case "answer-question":
      return give(requester, sendMessage, { body: text.message });
    case "note":
      return give(agent, addNote, { body: text.notes[index % text.notes.length] as string });
    case "decide":
      return give(agent, decideClaim, decision(found, story, happening.claim));
    case "draft":
      return give(agent, draftReply, { body: await replyOf(found, at) });
    case "send":
      return give(dpo, sendReply, { fileIds: [] });
    case "withdraw":
      return give(requester, withdrawRequest, {});
  }
}

function decision({ request, caseFile }: Case, story: Story, place: number) {
  const claim = request.claims[place] as Case["request"]["claims"][number];
  const asked = caseFile?.claims[claim.id];
  const end = endOf(story, claim.right, asked?.right === "objection" && asked.answers.kind === "marketing");
  const explanations: Record<string, string> = words[story.locale].explanations;
  return { claimId: claim.id, outcome: end.outcome, grounds: end.grounds, explanation: explanations[end.outcome] ?? null };
}

async function replyOf({ request, caseFile }: Case, at: Date): Promise<string> {
  if (!caseFile) throw new Error("no case file");
  const clock = await clockFacts(at);
  const template = replyTemplate({ request, caseFile, limit: timeLimitOf(request, clock), controller: env().controller, locale: request.locale });
  return complete(template, request.locale, clock.today);
}
