import ICAL from "ical.js";
import pg from "pg";
import { beforeEach, expect, test, vi } from "vitest";
import { askIdentity } from "@/lib/request/check/ask-identity";
import { takeCase } from "@/lib/request/handle/take-case";
import { withdrawRequest } from "@/lib/request/retain/withdraw-request";
import type { StaffActor } from "../actor";
import { now } from "../clock";
import { db } from "../db";
import { newCase, newStaff, requesterOf } from "../fixtures/cases";
import { row } from "../jobs/fixtures/mornings";
import { perform } from "../perform";
import { calendarAt, calendarSince } from "../reads/calendar";
import { newCalendarFeed, revokeCalendarFeed } from "./feed";

let agent: StaffActor;
beforeEach(async () => {
  agent = await newStaff("agent");
});

const nameOf = (url: string) => url.split("/").at(-1) ?? "";
const entries = (text: string | null) => new ICAL.Component(ICAL.parse(text ?? "") as unknown[]).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
const taken = async (by: StaffActor) => {
  const reference = await newCase();
  await perform(by, takeCase, {}, { reference });
  return reference;
};

test("one’s own open cases, and no others; a suspended one says so; nothing of the person", async () => {
  const [open, suspended, closed] = [await taken(agent), await taken(agent), await taken(agent)];
  await perform(agent, askIdentity, { grounds: ["email-unknown"], kinds: ["identity-card"] }, { reference: suspended });
  await perform(requesterOf(closed), withdrawRequest, {}, { reference: closed });
  const others = [await newCase(), await taken(await newStaff("agent"))];
  const url = await newCalendarFeed(agent);
  expect(url).toMatch(/^http:\/\/localhost:3000\/api\/calendar\/[\w-]{43}\.ics$/);
  const text = await calendarAt(nameOf(url));
  expect(entries(text).map(({ summary }) => summary).sort()).toEqual([`${open}\u00a0: réponse due`, `${suspended}\u00a0: délai suspendu`].sort());
  const { dueOn } = await db().subjectRequest.findUniqueOrThrow({ where: { reference: open } });
  expect(entries(text).find(({ uid }) => uid.startsWith(open))?.startDate.toString()).toBe(dueOn.toISOString().slice(0, 10));
  expect(text).not.toMatch(/canary|durand|@example/i);
  for (const reference of [closed, ...others]) expect(text).not.toContain(reference);
});

test("an address is known by its hash alone; a new one ends the old one, revoking ends all; each is on record", async () => {
  const first = await newCalendarFeed(agent);
  const second = await newCalendarFeed(agent);
  expect(second).not.toBe(first);
  expect([await calendarAt(nameOf(first)), (await calendarAt(nameOf(second))) !== null, await calendarAt(nameOf(second).replace(".ics", "")) !== null]).toEqual([null, true, true]);
  expect(await db().calendarFeed.count({ where: { staffId: agent.id } })).toBe(1);
  const stored = await db().$queryRaw<{ text: string }[]>`select "CalendarFeed"::text as text from "CalendarFeed"`;
  for (const { text } of stored) expect(text).not.toContain(nameOf(second).slice(0, 43));
  expect(await calendarSince(agent)).toMatch(/^\d{4}-/);
  await revokeCalendarFeed(agent);
  await revokeCalendarFeed(agent);
  expect([await calendarAt(nameOf(second)), await calendarSince(agent)]).toEqual([null, null]);
  const events = await db().event.findMany({ where: { actor: `staff:${agent.id}` }, orderBy: { position: "asc" } });
  expect(events.map(({ type, data }) => [type, data])).toEqual(["CalendarFeedCreated", "CalendarFeedCreated", "CalendarFeedRevoked"].map((type) => [type, { staffId: agent.id }]));
});

test("two addresses asked for at once: one of them answers", async () => {
  const urls = await Promise.all([newCalendarFeed(agent), newCalendarFeed(agent)]);
  const answers = await Promise.all(urls.map((url) => calendarAt(nameOf(url))));
  expect(answers.filter(Boolean)).toHaveLength(1);
});

test("whoever is disabled, or may handle cases no longer, has no calendar from the next request on", async () => {
  const name = nameOf(await newCalendarFeed(agent));
  await db().staff.update({ where: { id: agent.id }, data: { roles: ["administrator"] } });
  expect(await calendarAt(name)).toBeNull();
  await db().staff.update({ where: { id: agent.id }, data: { roles: ["agent"] } });
  expect(await calendarAt(name)).not.toBeNull();
  await db().staff.update({ where: { id: agent.id }, data: { disabledAt: now() } });
  expect(await calendarAt(name)).toBeNull();
});

test.each(["", ".ics", "A".repeat(43), `${"A".repeat(43)}.ics`, `${"A".repeat(42)}.ics`, `${"A".repeat(43)}.ics.ics`, "A".repeat(200), "%00", "é".repeat(43)])("no calendar at %j", async (name) => {
  expect(await calendarAt(name)).toBeNull();
});

test("a calendar has a thousand entries at most, the soonest, for three statements", async () => {
  await row({ dueOn: "2026-12-01", assigneeId: agent.id });
  const name = nameOf(await newCalendarFeed(agent));
  const statements = async () => {
    const spy = vi.spyOn(pg.Client.prototype, "query");
    const count = entries(await calendarAt(name)).length;
    const sent = spy.mock.calls.length;
    spy.mockRestore();
    return { count, sent };
  };
  const few = await statements();
  await db().$executeRaw`insert into "SubjectRequest" (reference, version, state, stage, "waitingFor", rights, locale, channel, "receivedAt", "receivedOn", "dueOn", "assigneeId")
    select 'R' || number, 1, 'new', 'check', 'staff', array['access'], 'fr', 'portal', now(), now(), date '2027-01-01' + number % 30, ${agent.id}::uuid from generate_series(1, 1100) number`;
  expect(await statements()).toEqual({ count: 1_000, sent: few.sent });
  expect(few).toEqual({ count: 1, sent: 3 });
});
