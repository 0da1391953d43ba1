import { beforeEach, expect, test, vi } from "vitest";
import { freshForm } from "@/lib/request/form-state";
import { db } from "../db";
import { newCase } from "../fixtures/cases";
import { findRequest } from "./find-request";

const came = vi.hoisted(() => ({ from: "" }));
vi.mock("next/headers", () => ({ cookies: async () => ({ get: () => undefined, set: () => undefined }), headers: async () => new Headers({ "x-forwarded-for": came.from }) }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
}));

async function ask(from: string, reference: string, email: string): Promise<string | null> {
  came.from = from;
  return findRequest({ locale: "fr", typed: { reference, email }, state: freshForm }).then(
    ({ refusal }) => refusal,
    (error: Error) => error.message,
  );
}

beforeEach(async () => {
  await db().throttle.deleteMany({});
  await db().followCode.deleteMany({});
});

test("from one network two hundred codes an hour are asked for; then no row and no job more, known or not, and others go on", async () => {
  const reference = await newCase();
  const before = await db().$queryRaw<{ count: number }[]>`select count(*)::int as count from graphile_worker.jobs where task_identifier = 'send-follow-code'`;
  for (let nth = 0; nth < 200; nth += 1) expect(await ask(`203.0.113.${nth}`, reference, `${nth}@example.org`)).toBe("to /fr/follow/code");
  const [known, unknown] = [await ask("203.0.113.7", reference, "canary@example.org"), await ask("203.0.113.7", reference, "nobody@example.org")];
  expect(known).toMatch(/dans \d+ minutes\u00a0;/);
  expect(unknown).toBe(known);
  expect(await db().followCode.count()).toBe(200);
  const after = await db().$queryRaw<{ count: number }[]>`select count(*)::int as count from graphile_worker.jobs where task_identifier = 'send-follow-code'`;
  expect(after[0]!.count - before[0]!.count).toBe(200);
  expect(await ask("198.51.100.7", reference, "canary@example.org")).toBe("to /fr/follow/code");
  expect(await db().followCode.count({ where: { reference } })).toBe(1);
});

test("in all, five thousand", async () => {
  const reference = await newCase();
  expect(await ask("203.0.113.7", reference, "canary@example.org")).toBe("to /fr/follow/code");
  await db().throttle.updateMany({ data: { count: 5000 } });
  expect(await ask("192.168.1.2", reference, "canary@example.org")).toMatch(/Beaucoup de codes/);
});
