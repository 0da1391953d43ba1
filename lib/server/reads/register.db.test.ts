import { randomBytes } from "node:crypto";
import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { referenceFrom } from "@/lib/request/reference";
import type { StaffActor } from "../actor";
import { db } from "../db";
import { fileDraft } from "../file-draft";
import { answerCase } from "../fixtures/answer";
import { newCase, newDraft, newStaff } from "../fixtures/cases";
import { searchAddress } from "../search-address";
import { registerExport } from "./register";

// Next's own modules need a page around them.
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));
vi.mock("next/headers", () => ({ cookies: vi.fn(), headers: vi.fn() }));

let dpo: StaffActor;
beforeAll(async () => {
  dpo = await newStaff("dpo");
});

async function piecesOf(...asked: Parameters<typeof registerExport>): Promise<string[]> {
  const found = await registerExport(...asked);
  if (!found) throw new Error("nothing to export");
  const pieces: string[] = [];
  for await (const piece of found.text) pieces.push(piece);
  return pieces;
}

type Json = { filter: object; requests: Record<string, unknown>[] };
const jsonOf = async (...asked: [StaffActor, Parameters<typeof registerExport>[1]]) => JSON.parse((await piecesOf(...asked, "json")).join("")) as Json;
const audits = () => db().event.findMany({ where: { type: { startsWith: "RegisterExport" } }, orderBy: { position: "desc" }, take: 2, select: { type: true, actor: true, data: true } });

test("every column of every request, and nothing of the person; on record before and after", async () => {
  const open = await newCase("transfers", { details: "CANARY-DETAILS" });
  const filed = await fileDraft((await newDraft()).id, new Date("2026-03-02T10:00:00Z"));
  const reference = "reference" in filed ? filed.reference : "";
  await db().staff.update({ where: { id: dpo.id }, data: { name: "=HYPERLINK(1)" } });
  await db().subjectRequest.update({ where: { reference }, data: { assigneeId: dpo.id } });
  await answerCase(dpo, reference, new Date("2026-04-03T10:00:00Z"), ["excessive", "manifestly-unfounded"]);
  await db().subjectRequest.update({ where: { reference }, data: { assigneeId: dpo.id } });
  const { requests } = await jsonOf(dpo, { state: "all" });
  expect(requests.map((each) => each.reference).sort()).toEqual([open, reference].sort());
  expect(requests.find((each) => each.reference === reference)).toEqual({
    reference,
    rights: [{ right: "access", outcome: "refused" }],
    channel: "portal",
    locale: "fr",
    receivedOn: "2026-03-02",
    dueOn: "2026-04-02",
    state: "answered",
    wasSuspended: false,
    extensionMonths: 0,
    answeredOn: "2026-04-03",
    days: 32,
    isOnTime: false,
    refusalGrounds: ["excessive", "manifestly-unfounded"],
    assignee: { id: dpo.id, name: "=HYPERLINK(1)" },
  });
  const csv = (await piecesOf(dpo, { state: "closed" }, "csv")).join("");
  expect(csv.startsWith("\uFEFFRéférence,Droits,")).toBe(true);
  expect(csv.split("\r\n")).toHaveLength(3);
  expect(csv).toContain(`${reference},Accès,Par le formulaire en ligne,français,2026-03-02,2026-04-02,Répondue,non,0,2026-04-03,32,non,Accès: Refusé,`);
  expect(csv).toContain(`${dpo.id},'=HYPERLINK(1)\r\n`);
  expect(csv + JSON.stringify(requests)).not.toMatch(/canary|example\.org/i);
  const [ended, began] = await audits();
  expect(began).toMatchObject({ type: "RegisterExported", actor: `staff:${dpo.id}`, data: { format: "csv", filter: { state: "closed" } } });
  expect(ended).toMatchObject({ type: "RegisterExportEnded", data: { count: 1, isComplete: true } });
});

test("the filters of the queue, a search too; what somebody wrote into the address is on no record", async () => {
  const transfers = await jsonOf(dpo, { right: "transfers" });
  expect(transfers.requests.map(({ rights }) => rights)).toEqual([[{ right: "transfers", outcome: "undecided" }]]);
  expect((await jsonOf(dpo, { right: "Anne Durand", state: "Anne Durand" })).filter).toEqual({});
  const search = new URL(await searchAddress(dpo, "canary durand"), "https://x.example").searchParams.get("search") ?? "";
  expect((await jsonOf(dpo, { search })).requests).toHaveLength(2);
  const [, began] = await audits();
  expect(began?.data).toEqual({ format: "json", filter: { searched: true } });
  expect(await registerExport(await newStaff("dpo"), { search }, "json"), "another's search").toBeNull();
});

test("an agent and an administrator get nothing, and leave no record of an export", async () => {
  const before = await db().event.count();
  for (const role of ["agent", "administrator"] as const) expect(await registerExport(await newStaff(role), {}, "csv")).toBeNull();
  expect(await db().event.count()).toBe(before);
  expect(await registerExport(await newStaff("auditor"), {}, "csv")).not.toBeNull();
});

test("three thousand requests leave in pieces of five hundred; broken off, nothing more is read, and the record says how far it went", async () => {
  const day = new Date("2026-05-04T00:00:00Z");
  const row = () => ({ reference: referenceFrom(randomBytes(7)), version: 1, state: "new", stage: "check", waitingFor: "staff", rights: ["access"], outcomes: ["undecided"], tallyVersion: 1, locale: "fr", channel: "portal", receivedAt: day, receivedOn: day, dueOn: day });
  await db().subjectRequest.createMany({ data: Array.from({ length: 3_000 }, row) });
  const pieces = await piecesOf(dpo, { state: "all" }, "csv");
  expect(pieces.length).toBe(2 + 7);
  expect(Math.max(...pieces.map((piece) => piece.split("\r\n").length - 1))).toBe(500);
  const references = pieces.slice(1).flatMap((piece) => piece.split("\r\n").map((line) => line.slice(0, 9)).filter(Boolean));
  expect([references.length, new Set(references).size]).toEqual([3_002, 3_002]);

  const found = await registerExport(dpo, { state: "all" }, "json");
  const sent = vi.spyOn(pg.Client.prototype, "query");
  const reads = () => sent.mock.calls.filter(([asked]) => ((asked as unknown as { text?: string }).text ?? "").includes('"SubjectRequest"')).length;
  await found?.text.next();
  expect(reads(), "nothing is read before it is asked for").toBe(0);
  await found?.text.next();
  const after = reads();
  await found?.text.return();
  expect(await found?.text.next()).toEqual({ done: true, value: undefined });
  expect(reads()).toBe(after);
  sent.mockRestore();
  const [ended] = await audits();
  expect(ended).toMatchObject({ type: "RegisterExportEnded", data: { count: 500, isComplete: false } });
});
