/** A request being told: what happens is decided by the product's own use cases, as `perform` would, with nothing read or written. */
import type { Filing } from "@/lib/request/ask/file-request";
import type { CaseFile } from "@/lib/request/case-file";
import { isAllowed } from "@/lib/request/allowed";
import type { ActingAs, Command, PendingFile } from "@/lib/request/command";
import type { NewEvent, RequestEvent } from "@/lib/request/event";
import { evolve } from "@/lib/request/evolve";
import { letterOf } from "@/lib/request/reactions";
import type { SubjectRequest } from "@/lib/request/request";
import { defaultSettings } from "@/lib/law/clock-settings";
import { type ClockFacts, clockFactsOf } from "@/lib/server/clock-facts";
import type { Random } from "./random";

const letterMs = 60_000;

export function clockAt(ms: number): ClockFacts {
  return clockFactsOf(defaultSettings, new Date(ms), 0);
}

export class Telling {
  readonly events: RequestEvent[] = [];
  request: SubjectRequest;
  caseFile: CaseFile;

  constructor(readonly reference: string, readonly random: Random, { event, caseFile }: Filing, ms: number, actor: string) {
    this.caseFile = caseFile;
    this.request = undefined as unknown as SubjectRequest;
    this.#remember(event, ms, actor);
  }

  get isWritable(): boolean {
    return this.caseFile.requester.email !== null || this.caseFile.requester.postalAddress !== null;
  }

  /** @throws where the law or the case says no: then the story is a wrong one. */
  tell<Input>(command: Command<string, Input>, actor: ActingAs, input: NoInfer<Input>, ms: number, pendingFiles: PendingFile[] = []): void {
    const { at, today, holidays, policy } = clockAt(ms);
    const { request, caseFile } = this;
    const to = command.to?.(input, actor);
    const receiver = to && "staffId" in to ? { staffId: to.staffId, teamId: null } : null;
    const facts = { request, caseFile, input, actor, receiver, pendingFiles, unscannedFiles: [], now: at.toISOString(), today, holidays, policy, newId: () => this.random.id() };
    const decided = isAllowed(request, command.name) ? command.decide(facts) : { refused: "not-allowed-now" };
    if ("refused" in decided) throw new Error(`${this.reference}, ${command.name} on ${today}: ${decided.refused}`);
    this.caseFile = decided.caseFile ?? caseFile;
    for (const event of decided.events) this.#remember(event, ms, actor.kind === "staff" ? `staff:${actor.id}` : actor.kind);
  }

  /** A letter leaves a minute after what it tells of. */
  #remember(event: NewEvent, ms: number, actor: string): void {
    const { at, today } = clockAt(ms);
    const remembered = { ...event, sequence: this.events.length + 1, at: at.toISOString(), on: today, actor } as RequestEvent;
    this.request = evolve(this.request ?? null, remembered, this.reference);
    this.events.push(remembered);
    const letter = letterOf(event);
    if (letter && this.caseFile.requester.email) this.#remember({ id: this.random.id(), type: "LetterSent", data: { letter, eventId: event.id } }, ms + letterMs, "system");
  }
}
