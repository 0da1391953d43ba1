import { afterEach, beforeEach, expect, test } from "vitest";
import { takeCase } from "@/lib/request/handle/take-case";
import { db } from "./db";
import { newCase, newStaff } from "./fixtures/cases";
import { perform } from "./perform";
import { verifyChain } from "./verify-chain";

/** AL1: events are append-only and chained. Tampering is done as whoever owns the tables, inside a transaction that is undone. */
class Undo extends Error {}

async function tampered(change: (tx: Parameters<Parameters<ReturnType<typeof db>["$transaction"]>[0]>[0]) => Promise<unknown>, anchored = false) {
  const before = await verifyChain();
  const anchor = anchored && before.ok ? before.last : null;
  let found: Awaited<ReturnType<typeof verifyChain>> | undefined;
  await db()
    .$transaction(async (tx) => {
      await tx.$executeRaw`alter table "Event" disable trigger user`;
      await change(tx);
      found = await verifyChain(anchor, tx);
      throw new Undo();
    })
    .catch((fault: unknown) => {
      if (!(fault instanceof Undo)) throw fault;
    });
  return found;
}

beforeEach(async () => {
  await newCase();
  await newCase();
});

afterEach(async () => expect(await verifyChain()).toMatchObject({ ok: true }));

test("the database refuses update, delete and truncate", async () => {
  await expect(db().event.updateMany({ data: { type: "x" } })).rejects.toThrow();
  await expect(db().event.deleteMany({})).rejects.toThrow();
  await expect(db().$executeRaw`update "Event" set type = 'x'`).rejects.toThrow(/append-only/);
  await expect(db().$executeRaw`delete from "Event"`).rejects.toThrow(/append-only/);
  await expect(db().$executeRaw`truncate "Event"`).rejects.toThrow(/append-only/);
});

test("a change, a removal, a swap and a cut tail are found and named", async () => {
  const whole = await verifyChain();
  const last = whole.ok ? whole.last!.position : 0n;
  expect(await tampered((tx) => tx.$executeRaw`update "Event" set actor = 'staff:x' where position = ${last - 1n}`)).toEqual({ ok: false, badPosition: last - 1n });
  expect(await tampered((tx) => tx.$executeRaw`delete from "Event" where position = ${last - 1n}`)).toEqual({ ok: false, badPosition: last - 1n });
  expect(
    await tampered(async (tx) => {
      await tx.$executeRaw`update "Event" set position = 999999999 where position = ${last}`;
      await tx.$executeRaw`update "Event" set position = ${last} where position = ${last - 1n}`;
      await tx.$executeRaw`update "Event" set position = ${last - 1n} where position = 999999999`;
    }),
  ).toEqual({ ok: false, badPosition: last - 1n });
  expect(await tampered((tx) => tx.$executeRaw`delete from "Event" where position = ${last}`, true)).toEqual({ ok: false, badPosition: last });
});

test("where the log cannot be written, nothing is done", async () => {
  const reference = await newCase();
  const agent = await newStaff("agent");
  await db().$executeRaw`create or replace function refuse_insert() returns trigger language plpgsql as 'begin raise exception ''no log''; end'`;
  await db().$executeRaw`create trigger "Event_stop" before insert on "Event" for each row execute function refuse_insert()`;
  const before = await db().subjectRequest.findUniqueOrThrow({ where: { reference } });
  await expect(perform(agent, takeCase, {}, { reference })).rejects.toThrow();
  expect(await db().subjectRequest.findUniqueOrThrow({ where: { reference } })).toEqual(before);
  await db().$executeRaw`drop trigger "Event_stop" on "Event"`;
});
