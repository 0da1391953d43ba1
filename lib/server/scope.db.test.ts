import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { addNote } from "@/lib/request/handle/add-note";
import { assignCase } from "@/lib/request/handle/assign-case";
import { linkIncident } from "@/lib/request/handle/link-incident";
import { takeCase } from "@/lib/request/handle/take-case";
import { commandNames } from "@/lib/request/allowed";
import type { Command } from "@/lib/request/command";
import { recordPosting } from "@/lib/request/reply/record-posting";
import { raiseSignals } from "@/lib/request/check/raise-signals";
import { checkArrival } from "@/lib/request/ask/arrival-input";
import { toldSchema } from "@/lib/request/ask/told-answers";
import { calendarDate } from "@/lib/law/calendar";
import { systemActor, type StaffActor } from "./actor";
import { assignCases, takeNext } from "./assign";
import { newCalendarFeed } from "./calendar/feed";
import { db } from "./db";
import { newCase, newFile, newMember, newStaff, newTeam } from "./fixtures/cases";
import { attachProof } from "./files/attach-proof";
import { ownerOf } from "./files/owner";
import { visibleFile } from "./files/visible";
import { gather, openIncident } from "./incidents";
import { searchForm } from "./office/search-form";
import { mergeRequests } from "./merge-requests";
import { NotFound, perform } from "./perform";
import { calendarAt } from "./reads/calendar";
import { caseOf } from "./reads/case";
import { alone } from "./reads/asked";
import { colleagues } from "./reads/colleagues";
import { notices } from "./reads/notices";
import { printedLetter } from "./reads/letter";
import { othersHere } from "./reads/others-here";
import { queue } from "./reads/queue";
import { queueFilter } from "./reads/queue-filter";
import { countGatherable, incident, incidents } from "./reads/incidents";
import { knownPerson } from "./reads/record";
import { sameName } from "./reads/same-name";
import { samePerson } from "./reads/same-person";
import { recordRequest } from "./record-request";
import { searchAddress } from "./search-address";
import { loadCase } from "./store";

// Next's own modules need a page around them; who asks is set by each test.
const session = vi.hoisted(() => ({ staff: null as unknown }));
vi.mock("next/navigation", () => {
  const thrown = (words: string) => {
    throw new Error(words);
  };
  return { redirect: (to: string) => thrown(`to ${to}`), notFound: () => thrown("404") };
});
vi.mock("next/headers", () => ({ cookies: vi.fn(), headers: vi.fn() }));
vi.mock("./session", () => ({ currentStaff: async () => session.staff, requesterActor: async () => null, requireStaff: async () => session.staff }));

/** A call of some days ago, as the two pages of recording give it. */
function call() {
  const checked = checkArrival({ way: "telephone", receivedOn: "2026-11-20", right: "access" }, { today: calendarDate("2026-11-26"), now: "2026-11-26T10:00:00Z", timeZone: "Europe/Paris" });
  if ("codes" in checked) throw new Error(JSON.stringify(checked.codes));
  return { came: checked.came, told: toldSchema(["access"]).parse({ formKey: randomUUID(), locale: "fr", words: "Tout", name: "Canary Durand" }) };
}

let all: StaffActor;
let ours: string;
let theirs: string;
let teamOfOurs: string;
beforeAll(async () => {
  all = await newStaff("dpo");
  teamOfOurs = await newTeam();
  const elsewhere = await newTeam();
  [ours, theirs] = [await newCase(), await newCase()];
  await assignCases(all, [ours], { teamId: teamOfOurs });
  await assignCases(all, [theirs], { teamId: elsewhere });
});

/** Somebody for whom `theirs`, and a case without a team, are foreign: of another team, of none, or with their own cases alone. */
const narrow: Record<string, () => Promise<StaffActor>> = {
  "of a team": () => newMember(["agent"], teamOfOurs, "team"),
  "of no team": () => newMember(["agent"], null, "team"),
  "with their own cases": () => newMember(["agent", "administrator"], teamOfOurs, "own"),
};

describe.each(Object.entries(narrow))("somebody %s", (_name, make) => {
  let me: StaffActor;
  let mine: string;
  let foreign: string[];
  beforeAll(async () => {
    me = await make();
    mine = await newCase();
    foreign = [theirs, await newCase()];
    await assignCases(all, [mine], { staffId: me.id });
  });

  test("reads nothing of a case that is not theirs, and it looks as if there were none", async () => {
    for (const reference of [...foreign, "2222-2222"]) {
      expect(await caseOf(me, reference)).toBeNull();
      expect(await samePerson(me, reference, 30)).toEqual([]);
      const view = await caseOf(all, reference);
      if (view) expect(await sameName(me, view)).toEqual([]);
      expect(await othersHere(me, reference)).toEqual([]);
      expect(await knownPerson(me, reference)).toBeNull();
    }
    expect(await db().event.count({ where: { reference: { in: foreign }, type: "CaseViewed", actor: `staff:${me.id}` } })).toBe(0);
    expect(await caseOf(me, mine)).not.toBeNull();
  });

  test("finds it in no list, count, search, register or alarm", async () => {
    const { search } = Object.fromEntries(new URL(await searchAddress(me, "canary"), "https://x.example").searchParams);
    const seen = async (filter: Parameters<typeof queue>[1]) => (await queue(me, filter)).rows.map(({ reference }) => reference);
    for (const filter of [{}, { state: "all" }, { who: "nobody" }, { team: "none" }, { who: all.id }, { right: "access" }, { search: search as string }]) {
      const rows = await seen(filter);
      for (const reference of foreign) expect(rows, JSON.stringify(filter)).not.toContain(reference);
      expect((await queue(me, filter)).open, JSON.stringify(filter)).toBe(rows.length);
    }
    expect(await seen({ who: "mine" })).toEqual([mine]);
    const matched = await db().$queryRaw<{ reference: string }[]>`select reference from "SubjectRequest" request where ${(await queueFilter(me, { state: "all" }))!}`;
    expect(matched.map(({ reference }) => reference)).toContain(mine);
    for (const reference of foreign) expect(matched).not.toContainEqual({ reference });
    await db().subjectRequest.updateMany({ where: { reference: { in: foreign } }, data: { hasLettersToPost: true } });
    for (const reference of foreign) await db().file.update({ where: { id: await fileIn(reference) }, data: { fault: "missing" } });
    expect(await alone(notices(me))).toEqual({ toPost: 0, faulty: [] });
    expect((await samePerson(me, mine, 30)).filter(({ reference }) => foreign.includes(reference))).toEqual([]);
    await db().subjectRequest.update({ where: { reference: mine }, data: { emailToken: null } });
    const view = await caseOf(me, mine);
    expect((await sameName(me, view!)).filter(({ reference }) => foreign.includes(reference))).toEqual([]);
    expect((await sameName(all, view!)).map(({ reference }) => reference)).toEqual(expect.arrayContaining(foreign));
  });

  test("counts and gathers none of it for an incident", async () => {
    const opened = await openIncident(all, { name: "Envoi", startedOn: "2026-11-01" });
    const id = "id" in opened ? opened.id : "";
    await perform(all, linkIncident, { incidentId: id }, { reference: foreign[1] as string });
    expect(await incident(me, id)).toMatchObject({ requests: 0, open: 0 });
    expect(await incidents(me)).toContainEqual(expect.objectContaining({ id, requests: 0 }));
    const alike = { from: "2000-01-01", until: "2999-12-31", right: "", locale: "" };
    const count = await countGatherable(me, alike);
    expect(await gather(me, id, alike)).toEqual({ joined: count, left: false });
    expect((await db().subjectRequest.findUniqueOrThrow({ where: { reference: theirs } })).incidentId).toBeNull();
    expect((await queue(me, { incident: id })).rows.map(({ reference }) => reference)).toContain(mine);
  });

  test("opens no file of it, adds none, and cannot go to it by its reference", async () => {
    session.staff = me;
    for (const reference of foreign) {
      expect(await visibleFile(await fileIn(reference))).toBeNull();
      for (const use of ["reply", "record"] as const) expect(await ownerOf(use, reference)).toBe("missing");
      await expect(attachProof({ reference } as never)).rejects.toThrow();
      const form = new FormData();
      form.set("words", reference);
      await expect(searchForm(form)).rejects.toThrow(/^to \/office\?/);
    }
    expect(await visibleFile(await fileIn(mine))).not.toBeNull();
    expect(await ownerOf("reply", mine)).toMatchObject({ reference: mine });
  });

  test("writes nothing to it, by no command", async () => {
    for (const reference of [...foreign, "2222-2222"]) {
      for (const name of commandNames) {
        const any: Command<string, object> = { name, permission: "case.handle", input: addNote.input, decide: () => ({ events: [] }) };
        await expect(perform(me, any, {}, { reference }), name).rejects.toBeInstanceOf(NotFound);
      }
      for (const done of [() => perform(me, takeCase, {}, { reference }), () => perform(me, addNote, { body: "x" }, { reference, expectedVersion: 0 }), () => perform(me, assignCase, { to: null }, { reference })]) await expect(done()).rejects.toBeInstanceOf(NotFound);
      await expect(mergeRequests(me, reference, mine, 1)).rejects.toBeInstanceOf(NotFound);
      expect(await mergeRequests(me, mine, reference, (await loadCase(mine))!.request.version)).toEqual({ refused: "request-unknown" });
      expect(await assignCases(me, [reference], null)).toEqual({ given: 0, left: [reference] });
    }
    for (const reference of foreign) expect((await loadCase(reference))?.events.filter(({ actor }) => actor === `staff:${me.id}`)).toEqual([]);
  });

  test("does not wait for whoever is writing it: somebody who holds it holds up nothing", async () => {
    await db().$transaction(async (tx) => {
      await tx.$queryRaw`select 1 from "SubjectRequest" where reference = ${theirs} for update`;
      await expect(perform(me, addNote, { body: "x" }, { reference: theirs })).rejects.toBeInstanceOf(NotFound);
    });
  });

  test("learns of no other request from one they see: neither from signals nor from what ties the two", async () => {
    await perform(systemActor(), raiseSignals, { signals: [{ signal: "same-picture", about: theirs, isSamePerson: true, fileId: randomUUID() }] }, { reference: mine });
    expect(JSON.stringify(await caseOf(me, mine))).not.toContain(theirs);
    expect(JSON.stringify(await caseOf(all, mine))).toContain(theirs);
  });

  test("keeps sight of the request they record, and of their calendar's", async () => {
    const { came, told } = call();
    const recorded = await recordRequest(me, came, told);
    const reference = "reference" in recorded ? recorded.reference : "";
    expect(await caseOf(me, reference)).toMatchObject({ request: { teamId: me.teamId } });
    const isTeams = me.caseScope === "team" && me.teamId !== null;
    expect((await loadCase(reference))?.request.assigneeId).toBe(isTeams ? null : me.id);
    const text = await calendarAt(new URL(await newCalendarFeed(me)).pathname.split("/").at(-1) ?? "");
    expect(text).toContain(mine);
    for (const other of foreign) expect(text).not.toContain(other);
  });
});

test("of a team: its cases are theirs to read, to take and to give within the team, and nowhere else", async () => {
  const [me, colleague, outsider] = [await newMember(["agent"], teamOfOurs, "team"), await newMember(["agent"], teamOfOurs, "own"), await newMember(["agent"], null, "all")];
  await db().subjectRequest.update({ where: { reference: ours }, data: { dueOn: new Date("2020-01-01") } });
  expect((await queue(me, {})).rows[0]).toMatchObject({ reference: ours, teamId: teamOfOurs });
  expect(await caseOf(me, ours)).toMatchObject({ allowed: expect.arrayContaining(["takeCase"]) });
  expect(await takeNext(me)).toBe(ours);
  expect((await alone(colleagues(me))).map(({ id }) => id).sort()).toEqual(expect.arrayContaining([me.id, colleague.id].sort()));
  expect((await alone(colleagues(me))).map(({ id }) => id)).not.toContain(outsider.id);
  expect(await assignCases(me, [ours], { staffId: outsider.id })).toEqual({ refused: "colleague-unknown" });
  expect(await assignCases(me, [ours], { teamId: await newTeam() })).toEqual({ refused: "colleague-unknown" });
  expect(await perform(me, assignCase, { to: { staffId: outsider.id } }, { reference: ours })).toEqual({ refused: "colleague-unknown" });
  expect(await assignCases(me, [ours], { staffId: colleague.id })).toEqual({ given: 1, left: [] });
  expect(await caseOf(colleague, ours)).toMatchObject({ allowed: expect.not.arrayContaining(["takeCase"]) });
  expect(await perform(colleague, takeCase, {}, { reference: ours })).toEqual({ refused: "no-permission" });
  expect(await takeNext(colleague)).toBeNull();
  expect(await assignCases(colleague, [ours], { staffId: me.id })).toEqual({ refused: "colleague-unknown" });
  expect(await assignCases(colleague, [ours], null)).toEqual({ given: 1, left: [] });
  expect(await caseOf(colleague, ours)).toBeNull();
  expect((await loadCase(ours))?.request).toMatchObject({ assigneeId: null, teamId: teamOfOurs });
});

test("who must see all does, whatever was set: DPOs and auditors", async () => {
  for (const role of ["dpo", "auditor"] as const) expect(await caseOf(await newMember([role], teamOfOurs, "own"), theirs)).not.toBeNull();
});

test("a letter on paper says what the person is told, be it the name of a request its reader does not see", async () => {
  const me = await newMember(["agent"], teamOfOurs, "own");
  const [older, later] = [await newCase(), await newCase()];
  await assignCases(all, [later], { staffId: me.id });
  const merged = await mergeRequests(all, later, older, (await loadCase(later))!.request.version);
  expect(merged).toEqual({ kept: older });
  const view = (await caseOf(me, later))!;
  expect(JSON.stringify(view)).not.toContain(older);
  const event = view.timeline.find(({ type }) => type === "RequestMerged")!;
  expect(JSON.stringify(await printedLetter(me, view, event.id))).toContain(older);
  expect(await perform(me, recordPosting, { letter: "request-merged", eventId: event.id, postedOn: calendarDate("2026-11-26") }, { reference: older }).catch((fault: unknown) => fault)).toBeInstanceOf(NotFound);
});

async function fileIn(reference: string): Promise<string> {
  const found = (await loadCase(reference))!;
  const id = await newFile({ reference, key: found.key! }, "message");
  await db().file.update({ where: { id }, data: { pending: false } });
  return id;
}
