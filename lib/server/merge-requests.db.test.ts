import { expect, test } from "vitest";
import type { Right } from "@/lib/law/rights";
import { takeCase } from "@/lib/request/handle/take-case";
import { db } from "./db";
import { fileDraft } from "./file-draft";
import { about, newCase, newDraft, newStaff } from "./fixtures/cases";
import { mergeRequests } from "./merge-requests";
import { NotFound, perform } from "./perform";
import { samePerson } from "./reads/same-person";
import { loadCase } from "./store";

const versionOf = async (reference: string) => (await loadCase(reference))?.request.version ?? 0;
const stateOf = async (reference: string) => (await loadCase(reference))?.request.state;

async function caseOf(email: string): Promise<string> {
  const filed = await fileDraft((await newDraft(undefined, undefined, { ...about, email })).id);
  if ("refused" in filed) throw new Error(filed.refused);
  return filed.reference;
}

test("two requests from one address are pointed out and merged into the first, from either side; the letter is due", async () => {
  const agent = await newStaff("agent");
  for (const side of [0, 1]) {
    const pair = [await newCase(), await newCase()] as const;
    expect((await samePerson(agent, pair[0], 30)).map(({ reference }) => reference)).toContain(pair[1]);
    const [shown, other] = side === 0 ? pair : [pair[1], pair[0]];
    expect(await mergeRequests(agent, shown, other, await versionOf(shown))).toEqual({ kept: pair[0] });
    expect([await stateOf(pair[0]), await stateOf(pair[1])]).toEqual(["new", "merged"]);
    const row = await db().subjectRequest.findUniqueOrThrow({ where: { reference: pair[1] } });
    expect(row.closedAt).not.toBeNull();
    const jobs = await db().$queryRaw<{ key: string }[]>`select key from graphile_worker.jobs where key like 'request-merged:%'`;
    expect(jobs.length).toBe(side + 1);
  }
});

test("the same asked again is pointed out, however many other requests the person has made since; what is older, or of another right, is not, past the ten newest", async () => {
  const agent = await newStaff("agent");
  const made = async (right: Right, day: string) => {
    const filed = await fileDraft((await newDraft(right, right === "access" ? undefined : { details: "" }, { ...about, email: "often@example.org" })).id, new Date(`${day}T10:00:00Z`));
    return "reference" in filed ? filed.reference : "";
  };
  const [tooOld, again, otherRight] = [await made("access", "2026-01-05"), await made("access", "2026-03-02"), await made("transfers", "2026-03-02")];
  const shown = await made("access", "2026-03-20");
  const since: string[] = [];
  for (let day = 10; day < 22; day += 1) since.push(await made("transfers", `2026-05-${day}`));
  const found = await samePerson(agent, shown, 30);
  expect(found.map(({ reference }) => reference)).toEqual([...since.slice(2).reverse(), again]);
  expect([tooOld, otherRight].filter((reference) => found.some((other) => other.reference === reference))).toEqual([]);
});

test("both or neither: what cannot be merged leaves both as they were", async () => {
  const agent = await newStaff("agent");
  const [one, two] = [await newCase(), await caseOf("other@example.org")];
  expect(await mergeRequests(agent, one, two, await versionOf(one))).toEqual({ refused: "not-the-same-person" });
  expect(await mergeRequests(agent, one, one, 1)).toEqual({ refused: "request-unknown" });
  expect(await mergeRequests(agent, one, "2222-2222", 1)).toEqual({ refused: "request-unknown" });
  await expect(mergeRequests(agent, "2222-2222", one, 1)).rejects.toThrow(NotFound);
  expect(await mergeRequests(await newStaff("auditor"), one, two, 1)).toEqual({ refused: "no-permission" });
  for (const reference of [one, two]) expect((await loadCase(reference))?.events).toHaveLength(1);
});

test("somebody acted meanwhile on the request that was seen: told, nothing written", async () => {
  const agent = await newStaff("agent");
  const [one, two] = [await newCase(), await newCase()];
  const seen = await versionOf(two);
  await perform(await newStaff("agent"), takeCase, {}, { reference: two });
  expect(await mergeRequests(agent, two, one, seen)).toMatchObject({ refused: "changed-meanwhile", meanwhile: [{ type: "CaseTaken" }] });
  expect((await loadCase(one))?.events).toHaveLength(1);
});

test("merged from both sides at once: once, and nobody waits for ever", async () => {
  const agent = await newStaff("agent");
  for (let round = 0; round < 5; round += 1) {
    const [one, two] = [await newCase(), await newCase()];
    const done = await Promise.all([mergeRequests(agent, one, two, 1), mergeRequests(agent, two, one, 1)]);
    expect(done.filter((each) => "kept" in each)).toHaveLength(1);
    expect((await loadCase(one))?.events.filter(({ type }) => type === "DuplicateTaken")).toHaveLength(1);
  }
});
