import sharp from "sharp";
import { beforeEach, expect, test, vi } from "vitest";
import { acceptIdentity } from "@/lib/request/check/accept-identity";
import { checkZone } from "@/lib/request/check/check-zone";
import { receiveIdentity } from "@/lib/request/check/receive-identity";
import specimens from "@/lib/request/fixtures/zones.json";
import { purgeCaseFile } from "@/lib/request/retain/purge-case-file";
import { withdrawRequest } from "@/lib/request/retain/withdraw-request";
import { systemActor } from "../actor";
import { db } from "../db";
import { fileDraft } from "../file-draft";
import { asDraft, asRequester, asStaff, jpeg, post } from "../files/fixtures/requests";
import { about, newCase, newDraft, newStaff, requesterOf } from "../fixtures/cases";
import { findSignals } from "../jobs/find-signals";
import { retain } from "../jobs/retain";
import { perform } from "../perform";
import { followed } from "../reads/follow";
import { loadCase } from "../store";
import { card, cut } from "../vault/fixtures/make-card";
import { destroyFiles } from "../write";
import { countFiling } from "./networks";

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({ cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined), set: (name: string, value: string) => void jar.set(name, value) }), headers: async () => new Headers() }));
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));

const run = { jobId: "1", attempt: 1, isLastAttempt: false };
beforeEach(async () => {
  jar.clear();
  await db().pictureMark.deleteMany({});
  await db().$queryRaw`select count(*)::int from (select graphile_worker.complete_jobs(array(select id from graphile_worker._private_jobs))) done`;
});

type Job = { reference: string; isFromBusyNetwork?: true };
const waiting = async () => (await db().$queryRaw<{ payload: Job }[]>`
  select p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p using (id) where j.task_identifier = 'find-signals' order by j.id`).map(({ payload }) => payload);
const signalsOf = async (reference: string) => (await loadCase(reference))?.request.signals;

/** A request of a person of their own, with this picture sent as a proof of identity. */
async function sent(picture: Buffer, email?: string): Promise<{ reference: string; fileId: string }> {
  const filed = await fileDraft((await newDraft("access", undefined, { ...about, email: email ?? `${crypto.randomUUID()}@example.org` })).id);
  if ("refused" in filed) throw new Error(filed.refused);
  await asRequester(jar, filed.reference);
  const answer = await post("for=follow&purpose=identity&locale=fr", [{ bytes: picture, name: "carte.jpg", type: "image/jpeg" }]);
  const { files } = (await answer.json()) as { files: { id: string }[] };
  await perform(requesterOf(filed.reference), receiveIdentity, {}, { reference: filed.reference });
  return { reference: filed.reference, fileId: files[0]!.id };
}

test("one picture in two requests: both are told of the other, once, and not the persons; another person's card strikes nobody", async () => {
  const picture = await card("Camille Durand", { isFaceCovered: true });
  const first = await sent(picture);
  const agent = await newStaff("agent");
  await perform(agent, acceptIdentity, { method: "document", kinds: ["identity-card"] }, { reference: first.reference });
  expect(await db().file.count({ where: { reference: first.reference } })).toBe(0);
  const other = await sent(await card("Yasmine Belkacem", { isFaceCovered: true }));
  const exact = await sent(picture);
  const near = await sent(await cut(await sharp(picture).resize({ width: 800 }).jpeg({ quality: 60 }).toBuffer(), 0.004));
  for (const job of [...(await waiting()), ...(await waiting())]) await findSignals(job, run);
  const told = (signal: string, one: { fileId: string }, about_: { reference: string }) => ({ signal, about: about_.reference, isSamePerson: false, fileId: one.fileId });
  expect(await signalsOf(other.reference)).toEqual([]);
  expect(await signalsOf(exact.reference)).toEqual(expect.arrayContaining([told("same-picture", exact, first), told("similar-picture", exact, near)]));
  expect(await signalsOf(near.reference)).toEqual(expect.arrayContaining([told("similar-picture", near, first), told("similar-picture", near, exact)]));
  expect(await signalsOf(first.reference)).toHaveLength(2);
  const seen = JSON.stringify(await followed(requesterOf(exact.reference)));
  expect([seen.includes("Signal"), seen.includes(first.reference)]).toEqual([false, false]);
  expect((await loadCase(first.reference))?.request.state).toBe("in-progress");
}, 60_000);

test("the same e-mail address on both is said with it", async () => {
  const picture = await card("Camille Durand");
  const [one, two] = [await sent(picture, "anne@example.org"), await sent(picture, "Anne@Example.org")];
  await findSignals({ reference: two.reference }, run);
  expect(await signalsOf(one.reference)).toMatchObject([{ signal: "same-picture", about: two.reference, isSamePerson: true }]);
}, 60_000);

test("what is kept of a picture is hashes under a key: neither it, its looks nor its name; gone with a draft, with the case, or after a year", async () => {
  const { reference } = await sent(await card("Camille Durand"));
  const [mark, ...more] = await db().pictureMark.findMany({});
  expect([more.length, mark?.reference, mark?.flaw, mark?.exact?.length]).toEqual([0, reference, null, 32]);
  expect([mark?.bands.length, new Set(mark?.bands.map((band) => Buffer.from(band).toString("hex"))).size, new Set(mark?.bands.map(({ length }) => length))]).toEqual([32, 32, new Set([8])]);

  const draftId = await asDraft(jar);
  await post("for=draft&purpose=identity&locale=fr", [{ bytes: await card("x"), name: "x.jpg", type: "image/jpeg" }]);
  await post("for=draft&purpose=evidence&locale=fr", [{ bytes: await card("y"), name: "y.jpg", type: "image/jpeg" }]);
  expect(await db().pictureMark.count({ where: { reference: null } }), "a proof, and no evidence").toBe(1);
  await db().$transaction((tx) => destroyFiles(tx, { draftId }));
  expect(await db().pictureMark.count({ where: { reference: null } })).toBe(0);

  const old = await sent(await card("z"));
  await db().pictureMark.updateMany({ where: { reference: old.reference }, data: { createdAt: new Date(Date.now() - 367 * 86_400_000) } });
  await retain({}, run);
  expect(await db().pictureMark.findMany({ select: { reference: true } })).toEqual([{ reference }]);
  await perform(requesterOf(reference), withdrawRequest, {}, { reference });
  expect(await db().pictureMark.count()).toBe(1);
  await perform(systemActor(), purgeCaseFile, {}, { reference });
  expect(await db().pictureMark.count()).toBe(0);
}, 60_000);

test("blank and tiny pictures are told; blank ones are never taken for each other", async () => {
  const blank = await sharp({ create: { width: 900, height: 700, channels: 3, background: "#eee" } }).jpeg().toBuffer();
  const [one, two] = [await sent(blank), await sent(blank)];
  const tiny = await sent(await sharp(await card("Camille Durand")).resize({ width: 200 }).jpeg().toBuffer());
  for (const job of await waiting()) await findSignals(job, run);
  for (const { reference, fileId } of [one, two]) expect(await signalsOf(reference)).toEqual([{ signal: "blank-picture", fileId }]);
  expect(await signalsOf(tiny.reference)).toEqual([{ signal: "tiny-picture", fileId: tiny.fileId }]);
}, 60_000);

test("the sixth request from one network within a day is told, not the fifth nor one from elsewhere; no address is written down", async () => {
  const references = await Promise.all(Array.from({ length: 6 }, () => newCase()));
  for (const [nth, reference] of references.entries()) await countFiling(reference, `203.0.113.${nth}`);
  await countFiling(await newCase(), "198.51.100.7");
  await countFiling(await newCase(), null);
  const inside = await newCase();
  for (const address of ["127.0.0.1", "10.1.2.3", "::ffff:192.168.1.9", "::1", "fd00::7", "made up"]) for (let nth = 0; nth < 7; nth++) await countFiling(inside, address);
  expect(await waiting()).toEqual([{ reference: references[5], isFromBusyNetwork: true }]);
  for (const job of await waiting()) await findSignals(job, run);
  expect(await signalsOf(references[5]!)).toEqual([{ signal: "many-from-one-network" }]);
  const [counted] = await db().$queryRaw<{ text: string }[]>`select string_agg(t::text, ' ') as text from (select * from "Throttle") t`;
  expect(counted?.text).not.toMatch(/203\.0|198\.51/);
  const [written] = await db().$queryRaw<{ text: string }[]>`select string_agg(e::text, ' ') as text from "Event" e`;
  expect(written?.text).not.toMatch(/203\.0\.113|198\.51/);
});

test("the lines of a machine-readable zone are nowhere in the database after they were checked", async () => {
  const { reference } = await sent(await jpeg());
  const agent = await asStaff(jar, "agent");
  const { lines } = specimens.find(({ kind, failed }) => kind === "td3" && failed.length === 0)!;
  expect(await perform(agent, checkZone, { zone: lines.join("\n") }, { reference })).toMatchObject({ ok: true });
  const found = await loadCase(reference);
  expect(found?.request.zone).toMatchObject({ kind: "td3", failed: [], name: "differs" });
  const tables = await db().$queryRaw<{ text: string | null }[]>`
    select string_agg(e::text, ' ') as text from "Event" e union all select string_agg(r::text, ' ') from "SubjectRequest" r union all select string_agg(p.payload::text, ' ') from graphile_worker._private_jobs p`;
  expect(`${tables.map(({ text }) => text).join(" ")} ${JSON.stringify(found?.caseFile)}`).not.toMatch(/ERIKSSON|L898902C3|ZE184226B|740812/);
}, 60_000);
