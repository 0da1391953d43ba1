import "server-only";
import { searchVersion } from "@/lib/request/search-words";
import { systemActor } from "../actor";
import { db } from "../db";
import { log } from "../log";
import { writeSearchEntry } from "../search-entry";
import { lockCases, openCaseFile, requestKey } from "../store";
import type { Handler } from "./job";

const atOnce = 50;

/** Makes cases findable that are not yet, or not by today's rules: what an older release wrote. Each batch is a transaction; run again, it goes on. */
export const indexCases: Handler<"index-cases"> = async () => {
  let [count, last] = [0, ""];
  for (;;) {
    const behind = await db().subjectRequest.findMany({
      where: { reference: { gt: last }, OR: [{ search: { is: null } }, { search: { is: { version: { not: searchVersion } } } }] },
      orderBy: { reference: "asc" },
      select: { reference: true },
      take: atOnce,
    });
    if (behind.length === 0) break;
    await indexBatch(behind.map(({ reference }) => reference));
    count += behind.length;
    last = behind.at(-1)?.reference ?? "";
  }
  if (count > 0) log.info({ code: "indexed", count });
};

async function indexBatch(references: readonly string[]): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockCases(tx, systemActor(), references);
    const rows = await tx.subjectRequest.findMany({ where: { reference: { in: [...references] } }, select: { reference: true, receivedOn: true, wrappedKey: true, caseFile: true } });
    for (const { reference, receivedOn, ...row } of rows) {
      const key = await requestKey({ reference, ...row }, tx);
      await writeSearchEntry(tx, { reference, receivedOn, caseFile: key && row.caseFile ? openCaseFile(key, reference, row.caseFile) : null });
    }
  });
}
