import "server-only";
import { randomBytes } from "node:crypto";
import type { CaseFile } from "@/lib/request/case-file";
import type { NewEvent, RequestEvent } from "@/lib/request/event";
import { replay } from "@/lib/request/evolve";
import { referenceFrom } from "@/lib/request/reference";
import type { SubjectRequest } from "@/lib/request/request";
import type { ClockFacts } from "./clock-facts";
import { commaOf, raw, type Tx } from "./db";
import { append } from "./events";
import { countNewRows } from "./figure-cells";
import { lookupKey, wrapAllByVault } from "./key-ring/ring";
import { writeSearchEntries } from "./search-entry";
import { requestContext, sealCaseFile } from "./store";
import { emailTokenBy } from "./tokens";
import { rowOf } from "./write";

/** What a case begins with. `by`: who did what not the actor did. `caseFile` null: nothing of the person was ever here. `closing`: the clock it was closed by, where it was closed before it came. */
export type Beginning = { events: (NewEvent & { by?: string })[]; caseFile: CaseFile | null; key: Buffer; actor: string; closing?: ClockFacts | null };
export type Begun = { reference: string; events: RequestEvent[] };

/**
 * Begins cases, in the caller's transaction: rows, sealed case files, words to find them by, events, figures. A constant number
 * of statements, however many: the chain's lock is taken near the end. What their events bring with them is the caller's.
 */
export async function insertCases(tx: Tx, clock: ClockFacts, beginnings: readonly Beginning[]): Promise<Begun[]> {
  const references = await freeReferences(tx, beginnings.length);
  const cases = beginnings.map((beginning, index) => caseOf(beginning, references[index] as string, clock));
  const sealed = cases.filter(({ caseFile }) => caseFile !== null);
  const wrapped = await wrapAllByVault(tx, sealed.map(({ reference, key }) => ({ key, context: requestContext(reference) })));
  const keys = new Map(sealed.map(({ reference }, index) => [reference, wrapped[index] as Uint8Array<ArrayBuffer>]));
  const lookup = await lookupKey(tx);
  await insertRows(tx, cases.map(({ reference, row, caseFile, key }) => ({
    reference,
    ...row,
    wrappedKey: bytesText(keys.get(reference) ?? null),
    caseFile: bytesText(caseFile && sealCaseFile(key, reference, caseFile)),
    emailToken: bytesText(caseFile?.requester.email ? emailTokenBy(lookup, caseFile.requester.email) : null),
  })));
  await writeSearchEntries(tx, cases.map(({ reference, row, caseFile }) => ({ reference, receivedOn: row.receivedOn, caseFile })));
  await append(tx, clock.at, cases.flatMap(({ reference, events }) => events.map((event) => ({ ...event, reference }))));
  await countNewRows(tx, cases.map(({ row }) => row));
  return cases.map(({ reference, events }) => ({ reference, events }));
}

function caseOf({ events: decided, caseFile, key, actor, closing }: Beginning, reference: string, clock: ClockFacts) {
  const events = decided.map(({ by = actor, ...event }, index) => ({ ...event, sequence: index + 1, at: clock.at.toISOString(), on: clock.today, actor: by }) as RequestEvent);
  const request = replay(reference, events) as SubjectRequest;
  return { reference, events, caseFile, key, row: rowOf(request, caseFile, closing ?? clock) };
}

/** Written out: the client takes longer to put hundreds of such rows together than the database to write them. */
async function insertRows(tx: Tx, rows: readonly (ReturnType<typeof rowOf> & Record<"reference" | "wrappedKey" | "caseFile" | "emailToken", string | null>)[]): Promise<void> {
  if (rows.length === 0) return;
  // Not all of them: one is worked out by the database.
  const columns = commaOf(Object.keys(rows[0] as object).map((name) => raw(`"${name}"`)));
  await tx.$executeRaw`insert into "SubjectRequest" (${columns}) select ${columns} from json_populate_recordset(null::"SubjectRequest", ${JSON.stringify(rows)}::json)`;
}

/** Bytes as PostgreSQL reads them from a text. */
function bytesText(bytes: Uint8Array | null): string | null {
  return bytes && `\\x${Buffer.from(bytes).toString("hex")}`;
}

/** Random ones nobody has. */
async function freeReferences(tx: Tx, count: number): Promise<string[]> {
  const free = new Set<string>();
  while (free.size < count) {
    const drawn = new Set(Array.from({ length: count - free.size }, () => referenceFrom(randomBytes(7))));
    const taken = await tx.$queryRaw<{ reference: string }[]>`select reference from "SubjectRequest" where reference = any(${[...drawn]}::text[])`;
    for (const { reference } of taken) drawn.delete(reference);
    for (const reference of drawn) free.add(reference);
  }
  return [...free];
}
