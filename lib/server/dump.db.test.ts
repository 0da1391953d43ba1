import { createHash, randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { calendarDate } from "@/lib/law/calendar";
import { checkArrival } from "@/lib/request/ask/arrival-input";
import { toldSchema } from "@/lib/request/ask/told-answers";
import type { Typed } from "@/lib/request/ask/draft";
import { fold } from "@/lib/request/word-forms";
import { addNote } from "@/lib/request/handle/add-note";
import { askQuestion } from "@/lib/request/handle/ask-question";
import { decideClaim } from "@/lib/request/handle/decide-claim";
import { sendMessage } from "@/lib/request/handle/send-message";
import { draftReply } from "@/lib/request/reply/draft-reply";
import { db } from "./db";
import { fileDraft } from "./file-draft";
import { post } from "./files/fixtures/requests";
import { asStaff } from "./files/fixtures/browsers";
import { databaseText, folderText, formFound } from "./fixtures/dump";
import { newDraft, newFile, requesterOf } from "./fixtures/cases";
import { askCode } from "./follow/ask-code";
import { endWorkers, said, startWorkerProcess, stop, until } from "./jobs/fixtures/worker-process";
import { startMailServer } from "./mail/fixtures/mail-server";
import { perform } from "./perform";
import { queue } from "./reads/queue";
import { recordRequest } from "./record-request";
import { searchAddress } from "./search-address";
import { loadCase } from "./store";

/** security.md CR: somebody copies the database and the disk, but has no vault key. */
const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined) }),
  headers: async () => new Headers(),
}));
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));

/** Typed into a test, each in a field of its own; found again by staff. */
const findable = {
  name: "Zéphyrine",
  family: "N’Gouandjika",
  email: "zephyrine.canari@boite-vocale.example",
  postalAddress: "Saint-Œnophile",
  customerNumber: "CMD-7731-004217",
  representedName: "Archibaldo",
  details: "trampolines",
  orderNumber: "ORD-5520-998811",
  view: "discriminatoire",
  deceasedName: "Wilhelmine",
  deceasedEmail: "wilhelmine@vieux-compte.example",
  placeOfDeath: "Quimperlé",
  relationship: "arrière-petite-cousine",
  message: "hippopotames",
  telephone: "06 98 76 54 32",
  question: "ornithorynque",
  called: "kaléidoscope",
  trackingNumber: "1A 998 877 6655 4",
  note: "laborantines",
};
/** Kept as well, found by nobody. */
const unfound = { explanation: "explicatoire", reply: "récapitulation", fileName: "passeport-zephyrine", fileText: "contenu-confidentiel", draft: "inachevée-quelconque", code: "inconnue@nulle-part.example" };

const person: Typed = { name: `${findable.name} ${findable.family}`, email: findable.email, postalAddress: `3 rue ${findable.postalAddress}`, customerNumber: findable.customerNumber, onBehalf: "other", representedName: findable.representedName };
const sealed = (address: string) => new URL(address, "https://x.example").searchParams.get("search") ?? "";
let agent: Awaited<ReturnType<typeof asStaff>>;
let reference: string;

async function filed(right: Parameters<typeof newDraft>[0], typed: Typed, about?: Typed): Promise<string> {
  const draft = await newDraft(right, typed, about);
  for (const purpose of ["identity", "mandate", "death-certificate", "heirship-proof"] as const) await newFile({ draftId: draft.id, key: draft.key }, purpose);
  const done = await fileDraft(draft.id);
  if ("refused" in done) throw new Error(done.refused);
  return done.reference;
}

afterAll(endWorkers);
beforeAll(async () => {
  agent = await asStaff(jar, "agent");
  reference = await filed("access", { scope: "specific", details: `Mes ${findable.details}` }, person);
  await filed("human-review", { orderNumber: findable.orderNumber, view: findable.view, decidedOn: "" });
  await filed("deceased", { name: findable.deceasedName, diedOn: "2026-10-01", placeOfDeath: findable.placeOfDeath, lastCountry: "France", deceasedEmail: findable.deceasedEmail, capacity: "heir", relationship: findable.relationship, wishes: ["stop-mailings"], otherHeirs: "agree" });
  await newDraft("access", { scope: "specific", details: unfound.draft }, { ...person, name: unfound.draft });
  await perform(requesterOf(reference), sendMessage, { body: `Mes ${findable.message}, au ${findable.telephone}` }, { reference });
  await perform(agent, askQuestion, { body: `Un ${findable.question} ?` }, { reference });
  const told = toldSchema(["access"]).parse({ formKey: randomUUID(), locale: "fr", words: `Un ${findable.called}`, name: "Anne Durand", trackingNumber: findable.trackingNumber });
  const checked = checkArrival({ way: "registered", receivedOn: "2026-11-06", presentedOn: "2026-11-06", postedOn: "2026-11-04", right: "access" }, { today: calendarDate("2026-11-26"), now: "2026-11-26T10:00:00.000Z", timeZone: "Europe/Paris" });
  if ("came" in checked) await recordRequest(agent, checked.came, told);
  await perform(agent, addNote, { body: `Les ${findable.note}` }, { reference });
  const posted = await post(`for=reply&purpose=reply&locale=fr&reference=${reference}`, [{ bytes: Buffer.from(JSON.stringify({ text: unfound.fileText })), name: `${unfound.fileName}.json`, type: "application/json" }]);
  expect(posted.status, await posted.text()).toBe(201);
  const { request } = (await loadCase(reference)) ?? {};
  await askCode({ reference, email: findable.email, locale: "fr" });
  await askCode({ reference, email: unfound.code, locale: "fr" });
  await perform(agent, decideClaim, { claimId: request?.claims[0]?.id ?? "", outcome: "fulfilled", grounds: [], explanation: unfound.explanation }, { reference });
  const { version } = (await loadCase(reference))!.request;
  await perform(agent, draftReply, { body: unfound.reply }, { reference, expectedVersion: version });
});

const dump = async () => `${await databaseText()}\n${folderText(process.env.DATA_DIR ?? "")}`;
/** Each text, and each word of it; but for what is in every dump, and what ciphertext written as hexadecimal spells by chance (six digits: once in a hundred dumps). */
const words = () => [...Object.values(findable), ...Object.values(unfound)].flatMap((text) => [text, ...text.split(/[\s'’@.-]+/)]).filter((word) => word.length >= 5 && !/^(example|saint|[0-9a-f]{5,11})$/i.test(word));

test("whoever copies the database and the disk finds no name, address, e-mail, number, message, note or file", async () => {
  const all = await dump();
  expect(all.length).toBeGreaterThan(10_000);
  expect(words().flatMap((word) => formFound(all, word) ?? [])).toEqual([]);
});

/** Jobs that send something; `tried`: in vain at least once. */
const mails = async () => db().$queryRaw<{ tried: boolean }[]>`select attempts > 0 and last_error is not null and locked_by is null as tried from graphile_worker.jobs where task_identifier in ('send-letter', 'send-follow-code')`;

test("nor in what the worker leaves behind: letters that wait for a server, those that were sent, and what it says of them", { timeout: 120_000 }, async () => {
  const server = await startMailServer();
  server.answer({ at: "rcpt", code: 451 });
  const count = (await mails()).length;
  const worker = startWorkerProcess(server.url);
  await until("all tried", async () => (await mails()).filter(({ tried }) => tried).length === count - 1);
  const waiting = await dump();
  server.answer(null);
  await until("all sent", async () => (await mails()).length === 0);
  expect(await stop(worker, "SIGTERM")).toBe(0);
  await server.close();
  expect(server.received.filter(({ to }) => to.includes(findable.email)).length).toBeGreaterThan(3);
  for (const all of [waiting, await dump(), said()]) expect(words().flatMap((word) => formFound(all, word) ?? [])).toEqual([]);
});

test("with the key each is in its case file, or is found by the search", async () => {
  const missed: string[] = [];
  for (const word of Object.values(findable)) if ((await queue(agent, { search: sealed(await searchAddress(agent, word)) })).rows.length === 0) missed.push(word);
  expect(missed).toEqual([]);
  expect((await loadCase(reference))?.caseFile).toMatchObject({ replyDraft: { body: unfound.reply } });
});

test("the look itself looks: what lies about in any of these forms is seen", async () => {
  const word = "Perroquète";
  const forms = [word, word.toUpperCase(), "perroquete", Buffer.from(`x${word}`).toString("base64"), Buffer.from(`xy ${word}!`).toString("base64url"), "Perroqu\\u00e8te"];
  for (const form of forms) {
    await db().staff.update({ where: { id: agent.id }, data: { name: `- ${form} -` } });
    expect(formFound(await databaseText(), word), form).not.toBeNull();
  }
  await db().staff.update({ where: { id: agent.id }, data: { name: "x" } });
  expect(formFound(await dump(), word)).toBeNull();
  for (const kept of [word, fold(word)]) {
    await db().searchEntry.update({ where: { reference }, data: { tokens: [createHash("sha256").update(kept).digest().readBigInt64BE()] } });
    expect(formFound(await databaseText(), word), "hashed without a key").toMatch(/^sha256/);
  }
  await db().searchEntry.update({ where: { reference }, data: { tokens: [] } });
  writeFileSync(join(process.env.DATA_DIR ?? "", "left-behind"), `..${word}..`);
  expect(formFound(await dump(), word)).not.toBeNull();
});
