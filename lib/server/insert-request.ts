import "server-only";
import { randomUUID } from "node:crypto";
import type { Filing } from "@/lib/request/ask/file-request";
import { noteAnotherRight } from "@/lib/request/ask/note-another-right";
import type { Receiver } from "@/lib/request/command";
import type { NewEvent } from "@/lib/request/event";
import { systemActor } from "./actor";
import { placedByRules } from "./assignment-rules";
import type { ClockFacts } from "./clock-facts";
import type { Tx } from "./db";
import { type Begun, insertCases } from "./insert-cases";
import { performIn } from "./perform";
import { lockCase } from "./store";
import { settle } from "./write";

/** `placed`: whose it is from the first moment, and who says so; else the rules say. */
type Inserted = { filing: Filing; key: Buffer; actor: string; clock: ClockFacts; placed?: (Receiver & { by: string }) | null };

/**
 * The only way a request begins that reaches us, by the form or recorded by staff: row, case file, first event and what it brings, in the caller's
 * transaction. Where it is another right of a request there is, that one tells so too.
 */
export async function insertRequest(tx: Tx, { filing: { event, caseFile }, key, actor, clock, placed = null }: Inserted): Promise<string> {
  const { follows, claims, locale } = event.data;
  if (follows) await lockCase(tx, systemActor(), follows);
  const whose = placed ?? (await placedByRules(tx, { rights: claims.map(({ right }) => right), locale }, clock.today));
  const [{ reference, events }] = (await insertCases(tx, clock, [{ events: [event, ...(whose ? [placing(whose)] : [])], caseFile, key, actor }])) as [Begun];
  for (const filed of events) await settle(tx, reference, filed, caseFile.requester.email !== null);
  if (follows) await performIn(tx, systemActor(), noteAnotherRight, { reference }, { reference: follows, at: clock.at });
  return reference;
}

function placing({ by, ...data }: Receiver & { by: string }): NewEvent & { by: string } {
  return { id: randomUUID(), type: "CaseAssigned", data, by };
}
