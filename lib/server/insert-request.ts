import "server-only";
import type { Filing } from "@/lib/request/ask/file-request";
import { noteAnotherRight } from "@/lib/request/ask/note-another-right";
import { systemActor } from "./actor";
import type { ClockFacts } from "./clock-facts";
import type { Tx } from "./db";
import { type Begun, insertCases } from "./insert-cases";
import { performIn } from "./perform";
import { lockCase } from "./store";
import { settle } from "./write";

type Inserted = { filing: Filing; key: Buffer; actor: string; clock: ClockFacts };

/**
 * The only way a request begins that reaches us, by the form or recorded by staff: row, case file, first event and what it brings, in the caller's
 * transaction. Where it is another right of a request there is, that one tells so too.
 */
export async function insertRequest(tx: Tx, { filing: { event, caseFile }, key, actor, clock }: Inserted): Promise<string> {
  const { follows } = event.data;
  if (follows) await lockCase(tx, follows);
  const [{ reference, events }] = (await insertCases(tx, clock, [{ events: [event], caseFile, key, actor }])) as [Begun];
  for (const filed of events) await settle(tx, reference, filed, caseFile.requester.email !== null);
  if (follows) await performIn(tx, systemActor(), noteAnotherRight, { reference }, { reference: follows, at: clock.at });
  return reference;
}
