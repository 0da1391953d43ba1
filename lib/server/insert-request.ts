import "server-only";
import { randomBytes } from "node:crypto";
import type { Filing } from "@/lib/request/ask/file-request";
import type { RequestEvent } from "@/lib/request/event";
import { referenceFrom } from "@/lib/request/reference";
import { evolve } from "@/lib/request/evolve";
import type { ClockFacts } from "./clock-facts";
import type { Tx } from "./db";
import { append } from "./events";
import { countRow } from "./figure-cells";
import { writeSearchEntry } from "./search-entry";
import { sealCaseFile, wrapRequestKey } from "./store";
import { emailToken } from "./tokens";
import { rowOf, settle } from "./write";

type Inserted = { filing: Filing; key: Buffer; actor: string; clock: ClockFacts };

/** The only way a request begins, whoever it reached us through: row, case file, first event and what it brings, in the caller's transaction. */
export async function insertRequest(tx: Tx, { filing: { event, caseFile }, key, actor, clock }: Inserted): Promise<string> {
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
  return reference;
}

async function freeReference(tx: Tx): Promise<string> {
  for (;;) {
    const reference = referenceFrom(randomBytes(7));
    if (!(await tx.subjectRequest.findUnique({ where: { reference }, select: { reference: true } }))) return reference;
  }
}
