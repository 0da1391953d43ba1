import { beforeEach, expect, test, vi } from "vitest";
import { freshForm } from "@/lib/request/form-state";
import { now } from "../clock";
import { db } from "../db";
import { remove } from "../files/remove";
import { asDraft, photo, post } from "../files/fixtures/requests";
import { env } from "../env";
import { currentDraft } from "../reads/draft";
import { saveStep } from "./save-step";

const { jar, given } = vi.hoisted(() => ({ jar: new Map<string, string>(), given: [] as { name: string; value: string; maxAge: number }[] }));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string, { maxAge }: { maxAge: number }) => void given.push({ name, value, maxAge }),
  }),
  headers: async () => new Headers(),
}));
vi.mock("next/cache", () => ({ refresh: vi.fn() }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
  notFound: vi.fn(),
}));

const hoursAgo = (hours: number) => new Date(now().getTime() - hours * 3_600_000);
const updatedAt = async (id: string) => (await db().draft.findUniqueOrThrow({ where: { id } })).updatedAt.getTime();
const save = (typed: Record<string, string> = { scope: "everything" }) => saveStep({ locale: "fr", args: ["access", "what"], typed: { ...typed, go: "back" }, state: freshForm }).catch((error: Error) => error.message);

beforeEach(() => {
  jar.clear();
  given.length = 0;
});

test("a day after its last change a draft is gone, and what changes it keeps it: an answer, a file, taking one back; with it its cookie", async () => {
  const id = await asDraft(jar);
  const cookie = { name: "__Host-draft", value: jar.get("__Host-draft"), maxAge: 48 * 3600 };
  let fileId = "";
  const changes = [
    async () => void (await save()),
    async () => {
      const answer = await post("for=draft&purpose=identity&locale=fr", [await photo()]);
      fileId = ((await answer.json()) as { files: { id: string }[] }).files[0]!.id;
    },
    async () => {
      const { publicUrl } = env();
      await remove(new Request(`${publicUrl}/x?for=draft&locale=fr`, { method: "POST", headers: { origin: publicUrl, host: new URL(publicUrl).host } }), fileId);
    },
  ];
  for (const change of changes) {
    given.length = 0;
    await db().draft.update({ where: { id }, data: { updatedAt: hoursAgo(23) } });
    await change();
    expect(await updatedAt(id)).toBeGreaterThan(hoursAgo(1).getTime());
    expect(given).toEqual([cookie]);
  }
  await db().draft.update({ where: { id }, data: { updatedAt: hoursAgo(24.1) } });
  expect(await currentDraft()).toBeNull();
});

test("a file that is refused changes nothing", async () => {
  const id = await asDraft(jar);
  await db().draft.update({ where: { id }, data: { updatedAt: hoursAgo(23) } });
  const before = await updatedAt(id);
  expect((await post("for=draft&purpose=identity&locale=fr", [{ bytes: Buffer.from("text"), name: "a.jpg", type: "image/jpeg" }])).status).toBe(415);
  expect(await updatedAt(id)).toBe(before);
  expect(given).toEqual([]);
});

test("saved each day, a draft is gone after a week all the same; one that was sent shows its receipt for its day", async () => {
  const id = await asDraft(jar);
  await db().draft.update({ where: { id }, data: { createdAt: hoursAgo(7 * 24 - 1) } });
  expect(await currentDraft()).not.toBeNull();
  await db().draft.update({ where: { id }, data: { createdAt: hoursAgo(7 * 24 + 1) } });
  expect(await currentDraft()).toBeNull();
  expect(await save()).toMatchObject({ typed: { scope: "everything" }, way: { href: "/fr/ask/access" } });
  expect(await save({ scope: " " })).toBe("to /fr/ask/access?gone=1");
  await db().draft.update({ where: { id }, data: { reference: "K7QF-2M95" } });
  expect(await currentDraft()).toMatchObject({ reference: "K7QF-2M95" });
});
