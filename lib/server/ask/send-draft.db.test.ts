import { beforeEach, expect, test, vi } from "vitest";
import { freshForm } from "@/lib/request/form-state";
import { now } from "../clock";
import { db } from "../db";
import { asDraft } from "../files/fixtures/browsers";
import { sendDraft } from "./send-draft";

const { jar, came } = vi.hoisted(() => ({ jar: new Map<string, string>(), came: { from: "203.0.113.7" } }));
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

const typed = Object.create(null) as Record<string, string>;
/** The path the browser is sent to, or the words above the form. */
async function send(from: string): Promise<string | null> {
  came.from = from;
  const sending = sendDraft({ locale: "en", args: ["access"], typed, state: freshForm });
  return sending.then(
    ({ refusal }) => refusal,
    (error: Error) => error.message,
  );
}

beforeEach(async () => {
  jar.clear();
  await db().throttle.deleteMany({});
});

test("sixty requests an hour are taken in from one network; the next waits as it is, and is sent in the next hour", async () => {
  for (let nth = 0; nth < 60; nth += 1) {
    await asDraft(jar);
    expect(await send(`203.0.113.${nth}`)).toBe("to /en/ask/sent");
  }
  const id = await asDraft(jar);
  expect(await send("203.0.113.200")).toMatch(/not sent yet.*Nothing you wrote is lost.*in 60 minutes.*dpo@optimarest\.example/);
  const waiting = await db().draft.findUniqueOrThrow({ where: { id } });
  expect(waiting.reference).toBeNull();
  expect(waiting.content.length).toBeGreaterThan(0);
  const own = jar.get("__Host-draft") as string;
  await asDraft(jar);
  expect(await send("198.51.100.7")).toBe("to /en/ask/sent");
  jar.set("__Host-draft", own);
  await db().throttle.updateMany({ data: { windowEnd: now() } });
  expect(await send("203.0.113.200")).toBe("to /en/ask/sent");
});

test("behind a proxy of our own nobody is held to account for the others; in all there is a measure", async () => {
  for (let nth = 0; nth < 61; nth += 1) {
    await asDraft(jar);
    expect(await send("10.0.0.9")).toBe("to /en/ask/sent");
  }
  await db().throttle.updateMany({ data: { count: 3000 } });
  await asDraft(jar);
  expect(await send("198.51.100.7")).toMatch(/not sent yet/);
});

test("sent twice, a request is one, and counts once", async () => {
  await asDraft(jar);
  expect(await send("203.0.113.7")).toBe("to /en/ask/sent");
  const before = await db().throttle.findMany({ orderBy: { key: "asc" } });
  expect(await send("203.0.113.7")).toBe("to /en/ask/sent");
  expect(await db().throttle.findMany({ orderBy: { key: "asc" } })).toEqual(before);
});
