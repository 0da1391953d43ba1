import "server-only";
import { randomUUID } from "node:crypto";
import type { FilePurpose } from "@/lib/request/event";
import type { ViewedFor } from "@/lib/request/viewed-for";
import { type Actor, actorText } from "./actor";
import { now } from "./clock";
import { db, type Prisma, type Tx } from "./db";
import { append, appending, type Fact } from "./events";

/** Facts of access and administration, beside those of the cases. Ids and codes only. */
const auditTypes = [
  "QueueViewed",
  "CaseViewed",
  "FileViewed",
  "SignedIn",
  "SignInFailed",
  "SignedOut",
  "SessionsEnded",
  "StaffAdded",
  "StaffRolesChanged",
  "StaffPlaceChanged",
  "TeamAdded",
  "TeamRenamed",
  "TeamRemoved",
  "AbsenceChanged",
  "AssignmentRulesChanged",
  "AssignmentRulesApplied",
  "StaffDisabled",
  "StaffEnabled",
  "SetUpLinkMade",
  "PasswordSet",
  "SignOnBound",
  "SignOnReleased",
  "SecondFactorSet",
  "PasskeyAdded",
  "PasskeyRemoved",
  "PasskeyCounterFell",
  "SecondFactorRemoved",
  "SecondFactorReset",
  "SecondFactorFailed",
  "SecondFactorGiven",
  "RecoveryCodesReplaced",
  "RecoveryCodeUsed",
  "SignInSettingsChanged",
  "FollowOpened",
  "TaskOpened",
  "TaskViewed",
  "DepartmentsChanged",
  "ClockSettingsChanged",
  "DueDateRepaired",
  "DueDatesCompared",
  "CalendarFeedCreated",
  "CalendarFeedRevoked",
  "RegisterExported",
  "RegisterExportEnded",
  "FiguresPublicationChanged",
  "IncidentOpened",
  "IncidentEnded",
  "IncidentAnswerKept",
  "IncidentLetterWritten",
  "RegisterImportBegun",
  "RegisterImportEnded",
] as const;
export type AuditType = (typeof auditTypes)[number];
type Dates = Record<string, string | boolean | null>;
type AuditData = {
  reference?: string;
  references?: string[];
  fileId?: string;
  taskId?: string;
  departmentId?: string;
  /** Of the file, and what it is looked at for. */
  purpose?: FilePurpose;
  viewedFor?: ViewedFor;
  page?: number;
  staffId?: string;
  incidentId?: string;
  letterId?: string;
  roles?: string[];
  teamId?: string | null;
  caseScope?: string;
  settingsVersion?: number;
  /** Words of closed lists. */
  changes?: string[];
  /** Columns of a queue row with their dates. */
  before?: Dates;
  after?: Dates;
  checked?: number;
  repaired?: number;
  /** Of the queue, in words of closed lists; of a search only that there was one. */
  filter?: { right?: string; state?: string; who?: string; team?: string; due?: string; locale?: string; searched?: true };
  format?: string;
  exportId?: string;
  /** Of a register taken over: which, the hash of its file, and how many lines were known already, had changed since, were left out. */
  importId?: string;
  sha256?: string;
  known?: number;
  changed?: number;
  wrong?: number;
  count?: number;
  isComplete?: boolean;
  isPublic?: boolean;
};

/** Appends to the chain in the caller's transaction; gives the fact's id. */
export async function audit(tx: Tx, actor: Actor | "nobody", type: AuditType, data: AuditData = {}): Promise<string> {
  const fact = auditFact(actor, type, data);
  await append(tx, now(), [fact]);
  return fact.id;
}

/** The same as a fact, for those who append several at once. */
export function auditFact(actor: Actor | "nobody", type: AuditType, { reference, ...data }: AuditData = {}): Fact {
  const by = actor === "nobody" ? "nobody" : actorText(actor);
  return { id: randomUUID(), reference: reference ?? null, sequence: null, type, actor: by, data };
}

/** Records that personal data was looked at, before it is shown. security.md AL1. */
export async function recordAccess(actor: Actor, type: "CaseViewed" | "FileViewed" | "TaskViewed", data: AuditData): Promise<void> {
  // One statement, and so a transaction by itself.
  await audit(db(), actor, type, data);
}

/** The same for a list, within the statement that reads it: nothing of it comes out unless the look is on record. See `appending`. */
export function recordingLook(actor: Actor, references: Prisma.Sql): Prisma.Sql {
  return appending(now(), auditFact(actor, "QueueViewed"), references);
}
