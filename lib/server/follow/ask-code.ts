import "server-only";
import { randomUUID } from "node:crypto";
import type { Locale } from "@/lib/i18n/locale";
import { now } from "../clock";
import { db } from "../db";
import { enqueue } from "../jobs/enqueue";
import { countTry } from "../throttle";
import { emailToken, keyed } from "../tokens";
import { codeMinutes, codesAnHour, triesPerCode } from "./limits";

type Wanted = { reference: string; email: string; locale: Locale };

/** `id`: of the code asked for. `tooOften`: told by what was typed alone, never by whether it is known. */
export type Asked = { id: string; lookup: Uint8Array; tooOften: boolean };

/**
 * Somebody asks for a code. Known or unknown, the same work in the same order: one look-up, two counters, one row, one job;
 * what differs is only whether the row names a request, which the caller cannot see. security.md AU6.
 * At most three codes an hour for a pair of reference and address, and three mails an hour to an address.
 */
export async function askCode({ reference, email, locale }: Wanted, at: Date = now()): Promise<Asked> {
  const id = randomUUID();
  const token = await emailToken(email);
  const address = Buffer.from(token).toString("hex");
  const found = await db().subjectRequest.findFirst({ where: { reference, emailToken: token }, select: { reference: true } });
  const tooOften = (await countTry("follow-lookup", `${reference}|${address}`, codesAnHour)) > 0;
  // Only mail that would really leave counts against an address: a stranger's guesses must not shut its owner out.
  const mailedOften = (await countTry("follow-mail", found && !tooOften ? address : id, codesAnHour)) > 0;
  const known = found && !tooOften && !mailedOften ? found.reference : null;
  const lookup = await keyed("follow.lookup", `${reference}|${address}`);
  const expiresAt = new Date(at.getTime() + codeMinutes * 60_000);
  await db().$transaction(async (tx) => {
    await tx.followCode.create({ data: { id, lookup, reference: known, locale, triesLeft: triesPerCode, createdAt: at, expiresAt } });
    await enqueue(tx, "send-follow-code", { followCodeId: id }, { key: `follow-code:${id}` });
  });
  return { id, lookup, tooOften };
}
