import "server-only";
import { randomBytes } from "node:crypto";
import type { Filing } from "@/lib/request/ask/file-request";
import type { RequestEvent } from "@/lib/request/event";
import { noteAnotherRight } from "@/lib/request/ask/note-another-right";
import { referenceFrom } from "@/lib/request/reference";
import { evolve } from "@/lib/request/evolve";
import { systemActor } from "./actor";
import type { ClockFacts } from "./clock-facts";
import type { Tx } from "./db";
import { append } from "./events";
import { countRow } from "./figure-cells";
import { performIn } from "./perform";
import { writeSearchEntry } from "./search-entry";
import { lockCase, sealCaseFile, wrapRequestKey } from "./store";
import { emailToken } from "./tokens";
import { rowOf, settle } from "./write";

type Inserted = { filing: Filing; key: Buffer; actor: string; clock: ClockFacts };

/**
 * The only way a request begins, whoever it reached us through: row, case file, first event and what it brings, in the caller's
 * transaction. Where it is another right of a request there is, that one tells so too.
 */
export async function insertRequest(tx: Tx, { filing: { event, caseFile }, key, actor, clock }: Inserted): Promise<string> {
  const { follows } = event.data;
  if (follows) await lockCase(tx, follows);
  const reference = await freeReference(tx);
  const filed: RequestEvent = { ...event, sequence: 1, at: clock.at.toISOString(), on: clock.today, actor };
  const request = evolve(null, filed, reference);
  const { email } = caseFile.requester;
  const row = rowOf(request, caseFile, clock);
  await tx.subjectRequest.create({
    data: {
      reference,
      ...row,
      wrappedKey: await wrapRequestKey(tx, reference, key),
      caseFile: sealCaseFile(key, reference, caseFile),
      emailToken: email ? await emailToken(email, tx) : null,
    },
  });
  await writeSearchEntry(tx, reference, caseFile);
  await append(tx, clock.at, [{ ...filed, reference }]);
  await countRow(tx, null, row);
  await settle(tx, reference, filed, email !== null);
  if (follows) await performIn(tx, systemActor(), noteAnotherRight, { reference }, { reference: follows, at: clock.at });
  return reference;
}

async function freeReference(tx: Tx): Promise<string> {
  for (;;) {
    const reference = referenceFrom(randomBytes(7));
    if (!(await tx.subjectRequest.findUnique({ where: { reference }, select: { reference: true } }))) return reference;
  }
}
