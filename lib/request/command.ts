import type { ZodType } from "zod";
import type { Viewer } from "@/lib/access/case-scope";
import type { Permission } from "@/lib/access/permissions";
import type { CalendarDate, Holidays } from "@/lib/law/calendar";
import type { TimeLimitPolicy } from "@/lib/law/time-limit";
import type { CaseFile } from "./case-file";
import type { FilePurpose, NewEvent } from "./event";
import type { RefusalCode } from "./refusal";
import type { SubjectRequest } from "./request";

/** Who acts, as the domain sees it: no secrets, no session. */
export type ActingAs = ({ kind: "staff"; permissions: ReadonlySet<Permission> } & Viewer) | { kind: "requester" } | { kind: "department"; taskId: string } | { kind: "system" };

/** A file that was uploaded and waits to be attached: what `decide` may know of it. */
export type PendingFile = { id: string; purpose: FilePurpose; staffId: string | null };

/** Into whose hands a case is to go: somebody's, a team's, or (null) nobody's. */
export type Destination = { staffId: string } | { teamId: string } | null;

/** Who can take a case as asked: somebody who works here and handles cases, with their team; or a team. */
export type Receiver = { staffId: string | null; teamId: string | null };

/** Everything a decision may depend on. `newId` gives a fresh UUID; `now` is UTC, `today` the controller's civil date. */
export type Facts<Input> = {
  request: SubjectRequest;
  caseFile: CaseFile;
  input: Input;
  actor: ActingAs;
  /** Files uploaded for this case and not yet part of it: for a department, those of its task; for everybody else, those of no task. */
  pendingFiles: PendingFile[];
  /** Files of this case nobody may open yet: the antivirus has not answered. */
  unscannedFiles: string[];
  /** What became of the command's `to`, held still until this is written; null where there is none, or no such person or team any more. */
  receiver: Receiver | null;
  now: string;
  today: CalendarDate;
  holidays: Holidays;
  policy: TimeLimitPolicy;
  newId: () => string;
};

export type Refused = { refused: RefusalCode };
export type Decided = { events: NewEvent[]; caseFile?: CaseFile };

/** A use case: one verb, its input, who may, and its pure decision. */
export type Command<Name extends string = string, Input = unknown> = {
  name: Name;
  input: ZodType<Input>;
  /** `requester`: the person in their own space; `department`: the holder of a task's link; `system`: the worker; else a staff permission. */
  permission: Permission | "requester" | "department" | "system";
  /** Does it ask staff to have proved who they are a moment ago? For what cannot be taken back. */
  asksProof?: boolean;
  /** May it be decided on what was seen before someone else acted? Off for additions that collide with nothing. */
  checksVersion?: boolean;
  /** Whose hands it puts the case into. Asked before it decides, so that a case is always of its holder's team. */
  to?: (input: Input, actor: ActingAs) => Destination;
  decide: (facts: Facts<Input>) => Decided | Refused;
};

/** Keeps the literal name and infers the input. */
export function command<Name extends string, Input>(definition: Command<Name, Input>): Command<Name, Input> {
  return definition;
}

/** The law or the case says no. Translated once, with its source, in `lib/i18n`. */
export function refuse(code: RefusalCode): Refused {
  return { refused: code };
}
