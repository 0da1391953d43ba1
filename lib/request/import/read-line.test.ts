import { describe, expect, test } from "vitest";
import { importWords } from "@/lib/i18n/import-words";
import { registerCells, registerHeader } from "@/lib/i18n/register-cells";
import { locales } from "@/lib/i18n/locale";
import { calendarDate } from "@/lib/law/calendar";
import { refusalGrounds } from "@/lib/law/grounds";
import { guarded } from "../register/csv";
import type { RegisterEntry } from "../register/entry";
import { dayOf, unguarded } from "./cells";
import { type ImportColumn, importColumns, lineErrors, lineWarnings } from "./columns";
import { cellsOf, headerOf } from "./header";
import { readLine } from "./read-line";

const today = calendarDate("2026-11-26");
type Given = Partial<Record<ImportColumn, string>>;
const least: Given = { id: "A-1", receivedOn: "2026-11-02", channel: "email", rights: "access", state: "open", email: "anne@example.org" };
const closed: Given = { ...least, state: "fulfilled", answeredOn: "2026-11-20" };

function header(columns: readonly string[] = importColumns) {
  const found = headerOf(columns, importWords);
  if ("problem" in found) throw new Error(found.problem);
  return found;
}
const read = (given: Given) => readLine(cellsOf(importColumns.map((column) => given[column] ?? ""), header()), importWords, today);
const told = (given: Given) => read(given).findings.map(({ column, code }) => `${column}: ${code}`);

test("the least a line may say", () => {
  const { request, findings } = read(least);
  expect(findings).toEqual([]);
  expect(request).toMatchObject({ id: "A-1", receivedOn: "2026-11-02", channel: "email", locale: "fr", claims: [{ right: "access", decision: null }], end: null, extension: null, identity: null });
});

test("all it may say", () => {
  const { request, findings } = read({
    ...least, id: "'=2", rights: "Accès | effacement", state: "partly", receivedOn: "02/03/2024", answeredOn: "05/06/2024", outcomes: "Accès : Accordé | erasure: refused", refusalGrounds: "legal-obligation",
    extendedOn: "20/3/2024", extensionMonths: "2", identityAskedOn: "2024-03-04", identityReceivedOn: "2024-03-08", name: "Anne", postalAddress: "1 rue X\n31000 Toulouse", customerNumber: "C1",
    onBehalfOf: "Luc", language: "English", details: "Tout", handler: "claire@example.org", note: "'-rappelée",
  });
  expect(findings).toEqual([]);
  expect(request).toEqual({
    id: "=2", receivedOn: "2024-03-02", channel: "email", locale: "en",
    claims: [{ right: "access", decision: { outcome: "fulfilled", grounds: [] } }, { right: "erasure", decision: { outcome: "refused", grounds: ["legal-obligation"] } }],
    end: { how: "answered", on: "2024-06-05" }, extension: { on: "2024-03-20", months: 2 }, identity: { askedOn: "2024-03-04", receivedOn: "2024-03-08" },
    person: { name: "Anne", email: "anne@example.org", postalAddress: "1 rue X\n31000 Toulouse", customerNumber: "C1" },
    onBehalfOf: "Luc", deceasedName: null, details: "Tout", handler: "claire@example.org", note: "-rappelée",
  });
});

/** Every rule of a line: what is given beside the least, and what is said. */
const rules: [string, Given, string[]][] = [
  ["no id", { id: "" }, ["id: required"]],
  ["a long id", { id: "x".repeat(201) }, ["id: too-long"]],
  ["no day", { receivedOn: "" }, ["receivedOn: required"]],
  ["a day that is none", { receivedOn: "2026-02-30" }, ["receivedOn: date"]],
  ["an American day", { receivedOn: "11/23/2026" }, ["receivedOn: date"]],
  ["a day to come", { receivedOn: "2026-11-27" }, ["receivedOn: date-future"]],
  ["a slip of the pen", { receivedOn: "0206-11-02" }, ["receivedOn: date-old"]],
  ["no way", { channel: "" }, ["channel: required"]],
  ["an unknown way", { channel: "pigeon" }, ["channel: unknown-channel"]],
  ["no right", { rights: " ; " }, ["rights: required"]],
  ["an unknown right", { rights: "access|portage" }, ["rights: unknown-right"]],
  ["an unknown kind of a right", { rights: "restriction:because" }, ["rights: unknown-right"]],
  ["an objection to what?", { rights: "objection" }, ["rights: kind-of-objection"]],
  ["an objection to marketing", { rights: "objection:marketing" }, []],
  ["a restriction with its ground", { rights: "restriction:accuracy-contested" }, []],
  ["somebody dead, and more", { rights: "deceased|access", deceasedName: "Luc" }, ["rights: stands-alone"]],
  ["somebody dead, who?", { rights: "deceased" }, ["deceasedName: required"]],
  ["no state", { state: "" }, ["state: required"]],
  ["an unknown state", { state: "perhaps" }, ["state: unknown-state"]],
  ["one of our states", { state: "Identité demandée" }, []],
  ["merged", { state: "merged" }, ["state: merged-elsewhere"]],
  ["open and answered", { answeredOn: "2026-11-03" }, ["answeredOn: answer-date-open"]],
  ["answered, when?", { state: "fulfilled" }, ["answeredOn: answer-date-missing"]],
  ["withdrawn", { state: "withdrawn", answeredOn: "2026-11-03" }, []],
  ["answered before it came", { state: "fulfilled", answeredOn: "2026-11-01" }, ["answeredOn: answered-before-received"]],
  ["answered, how?", { state: "answered", answeredOn: "2026-11-03" }, ["state: outcome-missing"]],
  ["answered in part, how?", { rights: "access|erasure", state: "answered", answeredOn: "2026-11-03", outcomes: "access: fulfilled" }, ["outcomes: outcome-missing"]],
  ["an outcome of nothing", { state: "fulfilled", answeredOn: "2026-11-03", outcomes: "erasure: fulfilled" }, ["outcomes: outcome-without-right"]],
  ["an unknown outcome", { state: "fulfilled", answeredOn: "2026-11-03", outcomes: "access: perhaps" }, ["outcomes: unknown-outcome"]],
  ["refused on no ground", { state: "refused", answeredOn: "2026-11-03" }, ["refusalGrounds: ground-missing"]],
  ["refused on an unknown ground", { state: "refused", answeredOn: "2026-11-03", refusalGrounds: "mood" }, ["refusalGrounds: unknown-ground"]],
  ["refused on a ground of another right", { state: "refused", answeredOn: "2026-11-03", refusalGrounds: "heirs-disagree" }, ["refusalGrounds: ground-not-of-right"]],
  ["what cannot be refused", { rights: "withdraw-consent", state: "refused", answeredOn: "2026-11-03", refusalGrounds: "excessive" }, ["state: outcome-not-open", "refusalGrounds: ground-not-of-right"]],
  ["extended before it came", { extendedOn: "2026-11-01", extensionMonths: "1" }, ["extendedOn: extended-before-received"]],
  ["extended, by how much?", { extendedOn: "2026-11-03" }, ["extensionMonths: extension-months-missing"]],
  ["extended, when?", { extensionMonths: "2" }, ["extendedOn: extension-day-missing"]],
  ["not extended", { extensionMonths: "0" }, []],
  ["extended by years", { extensionMonths: "24" }, ["extensionMonths: unknown-months"]],
  ["proof asked for before it came", { identityAskedOn: "2026-11-01" }, ["identityAskedOn: asked-before-received"]],
  ["proof before it was asked for", { identityAskedOn: "2026-11-04", identityReceivedOn: "2026-11-03" }, ["identityReceivedOn: proof-before-asked"]],
  ["proof never asked for", { identityReceivedOn: "2026-11-03" }, ["identityReceivedOn: proof-without-asking"]],
  ["extended after the answer", { ...closed, extendedOn: "2026-11-21", extensionMonths: "1" }, ["extendedOn: after-closing"]],
  ["an address that is none", { email: "anne@" }, ["email: email"]],
  ["nobody to write to", { email: "" }, ["email: nobody-to-write-to"]],
  ["nobody to write to any more", { ...closed, email: "" }, []],
  ["a name of two lines", { name: "Anne\nDurand" }, ["name: one-line"]],
  ["invisible characters", { details: "a\u0000b" }, ["details: characters"]],
  ["a novel", { details: "x".repeat(8001) }, ["details: too-long"]],
  ["an unknown language", { language: "nl" }, ["language: unknown-language"]],
  ["all at once", { id: "", channel: "x", state: "x", receivedOn: "x" }, ["id: required", "receivedOn: date", "channel: unknown-channel", "state: unknown-state"]],
];
test.each(rules)("%s", (_name, given, expected) => {
  const { request, findings } = read({ ...least, ...given });
  expect(told({ ...least, ...given })).toEqual(expected);
  expect(request === null).toBe(findings.some(({ isError }) => isError));
});

test("every rule of a line alone is in the table; the others need the clock, the staff or the lines before", () => {
  const said = new Set(rules.flatMap(([, , expected]) => expected.map((text) => text.split(": ")[1])));
  expect([...lineErrors, ...lineWarnings].filter((code) => !said.has(code))).toEqual(["too-many-cells", "twice-in-file", "changed-since", "unknown-handler", "extension-too-late", "identity-asked-too-late", "past-retention"]);
});

describe("the first line", () => {
  test.each([
    ["in codes", ["id", "receivedOn", "channel", "rights", "state"], 0],
    ["in French, however written", ["REFERENCE", "recue le", "Voie d'arrivée", " Droits ", "Etat", "Humeur"], 1],
    ["in English", ["Reference", "Received on", "Way of arrival", "Rights", "State", "", "Due on"], 0],
  ])("%s", (_name, columns, unknown) => expect(header(columns)).toMatchObject({ unknown }));

  test.each([
    ["column-missing", ["id", "receivedOn", "channel", "rights"], "state"],
    ["column-twice", ["id", "receivedOn", "channel", "rights", "state", "Référence"], "id"],
    ["no-columns", ["a", "b"], null],
    ["too-many-columns", Array.from({ length: 101 }, () => "x"), null],
  ])("%s", (problem, columns, column) => expect(headerOf(columns, importWords)).toEqual({ problem, column }));
});

test.each(locales)("%s: our own register is read back, whatever the grounds", (locale) => {
  const places = header(registerHeader(locale));
  for (const ground of refusalGrounds) {
    const entry: RegisterEntry = { reference: "K7QF-2M95", rights: [{ right: "access", outcome: "fulfilled" }, { right: "erasure", outcome: "partly-fulfilled" }], channel: "counter", locale: "en", receivedOn: calendarDate("2026-01-05"), dueOn: calendarDate("2026-02-05"), state: "answered", wasSuspended: true, extensionMonths: 0, answeredOn: calendarDate("2026-02-01"), days: 27, isOnTime: true, refusalGrounds: [ground], assignee: null };
    const { request, findings } = readLine(cellsOf(registerCells(entry, locale), places), importWords, today);
    expect(findings.filter(({ isError }) => isError)).toEqual([]);
    expect(request).toMatchObject({ id: "K7QF-2M95", channel: "counter", locale: "en", claims: [{ decision: { outcome: "fulfilled", grounds: [] } }, { decision: { outcome: "partly-fulfilled", grounds: [ground] } }], end: { how: "answered", on: "2026-02-01" } });
  }
});

test("an apostrophe is taken away only where our export put one", () => {
  for (const text of ["=1+1", "-note", "@x", " =1", "+33 6", "\t=1"]) expect(unguarded(`'${text}`)).toBe(text);
  for (const text of ["'s Gravenhage", "l'an", "'", "plain", "=1"]) expect(unguarded(text)).toBe(text);
  for (const text of ["=a", "a", "'=a", "-", "'", "''"]) expect(unguarded(guarded(text)), text).toBe(text);
});

test.each([["2026-11-23", "2026-11-23"], ["3/1/2026", "2026-01-03"], ["31/04/2026", null], ["2026-1-3", null], ["23-11-2026", null], ["", null]])("the day %j", (text, day) => expect(dayOf(text)).toBe(day));
