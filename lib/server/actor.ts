import "server-only";
import type { Viewer } from "@/lib/access/case-scope";
import type { Permission, Role } from "@/lib/access/permissions";
import type { ActingAs } from "@/lib/request/command";

declare const minted: unique symbol;
type Minted = { readonly [minted]: true };

/** Who is asking. Only what reads a session makes one (and the worker, for the system; the demo, for its people): a branded type nothing else can write down. */
export type StaffActor = Minted & Viewer & {
  kind: "staff";
  sessionId: string;
  name: string;
  email: string;
  roles: readonly Role[];
  locale: "fr" | "en";
  permissions: ReadonlySet<Permission>;
  /** When they last proved in this session who they are: by a second factor; who has none, by the password. */
  provenAt: Date | null;
};
export type RequesterActor = Minted & { kind: "requester"; reference: string };
/** Whoever pressed the button behind the link of one task: sees and answers that task, and nothing else. */
export type TaskActor = Minted & { kind: "department"; taskId: string; reference: string; departmentId: string };
/** The worker, or a rule that assigns cases. */
export type SystemActor = Minted & { kind: "system"; is: "system" | "rule" };
export type Actor = StaffActor | RequesterActor | TaskActor | SystemActor;

/** Makes an Actor. Only what has just proved who asks may call it: a test lists who does. */
export function mint<T extends { kind: "staff" | "requester" | "department" | "system" }>(actor: T): T & Minted {
  return actor as T & Minted;
}

/** The worker's own actor. */
export function systemActor(): SystemActor {
  return mint({ kind: "system", is: "system" });
}

/** The rules of assignment, in whose name a case goes to somebody. */
export function ruleActor(): SystemActor {
  return mint({ kind: "system", is: "rule" });
}

/** How an actor is written into an event: an id, never a name. */
export function actorText(actor: Actor): string {
  if (actor.kind === "department") return `department:${actor.departmentId}`;
  if (actor.kind === "staff") return `staff:${actor.id}`;
  return actor.kind === "system" ? actor.is : actor.kind;
}

/** The actor as the pure domain sees it. */
export function actingAs(actor: Actor): ActingAs {
  if (actor.kind === "department") return { kind: "department", taskId: actor.taskId };
  return actor.kind === "staff" ? { kind: "staff", id: actor.id, permissions: actor.permissions, teamId: actor.teamId, caseScope: actor.caseScope } : { kind: actor.kind };
}
