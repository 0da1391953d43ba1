import { beforeEach, expect, test, vi } from "vitest";
import { freshForm } from "@/lib/request/form-state";
import { db } from "../db";
import { asDraft } from "../files/fixtures/browsers";
import { startDraft } from "./start-draft";

const { jar, came } = vi.hoisted(() => ({ jar: new Map<string, string>(), came: { from: "" } }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined), set: (name: string, value: string) => void jar.set(name, value) }),
  headers: async () => new Headers({ "x-forwarded-for": came.from }),
}));
vi.mock("next/cache", () => ({ refresh: vi.fn() }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
  notFound: vi.fn(),
}));

/** The path the browser is sent to, or the words above the form. */
async function begin(from: string, drawnFor: string | null = null, typed: Record<string, string> = {}): Promise<string | null> {
  came.from = from;
  return startDraft({ locale: "en", args: ["access", drawnFor], typed, state: freshForm }).then(
    ({ refusal }) => refusal,
    (error: Error) => error.message,
  );
}

beforeEach(async () => {
  jar.clear();
  await db().throttle.deleteMany({});
});

test("one network begins three hundred requests an hour; beyond, nothing is written, what was begun stays and is gone on with, and others are not held up", async () => {
  for (let nth = 0; nth < 300; nth += 1) {
    jar.clear();
    expect(await begin(`203.0.113.${nth % 250}`)).toMatch(/^to \/en\/ask\/access\//);
  }
  jar.clear();
  const id = await asDraft(jar);
  const before = await db().draft.count();
  expect(await begin("203.0.113.7", id)).toMatch(/in 60 minutes.*dpo@optimarest\.example/);
  expect(await db().draft.count()).toBe(before);
  expect(await db().draft.findUnique({ where: { id } })).not.toBeNull();
  expect(await begin("203.0.113.7", id, { how: "go-on" })).toMatch(/^to \/en\/ask\//);
  jar.clear();
  expect(await begin("198.51.100.7")).toMatch(/^to /);
  // Who comes through a proxy of our own cannot be told from the others.
  expect(await begin("10.0.0.7")).toMatch(/^to /);
});
