import { describe, expect, test } from "vitest";
import { calendarDate } from "@/lib/law/calendar";
import { holidaysOf } from "@/lib/law/holidays";
import { after, agent, decide, dpo, filed, id, person, type Scenario } from "../fixtures/scenario";
import type { ActingAs } from "../command";
import { openTasks, waitingFor } from "../request";
import { withdrawRequest } from "../retain/withdraw-request";
import { draftReply } from "../reply/draft-reply";
import { sendReply } from "../reply/send-reply";
import { answerTask } from "./answer-task";
import { askDepartments } from "./ask-departments";
import { refuseUnsafeFile } from "../check/refuse-unsafe-file";
import { publicEventTypes } from "../event";
import { letterOf } from "../reactions";
import { decideClaim } from "./decide-claim";
import { mergeInto } from "./merge-into";
import { takeCase } from "./take-case";
import { sendTaskLink } from "./send-task-link";
import { taskDueOn } from "./task-due";
import { withdrawTask } from "./withdraw-task";

const marketing = id();
const accounting = id();
const asking = (departmentId = marketing, words = "Arrêter les e-mails") => ({ departmentId, itemId: null, words, daysBefore: 5 });
const asked = (...tasks: ReturnType<typeof asking>[]): Scenario => after(filed(), askDepartments, { input: { tasks: tasks.length > 0 ? tasks : [asking()] } });
const taskOf = ({ request }: Scenario, index = 0) => request.tasks[index]!;
const department = (scenario: Scenario, index = 0): ActingAs => ({ kind: "department", taskId: taskOf(scenario, index).id });
const done = { outcome: "done" as const, reason: null, note: null, kept: [] };

describe("by when a department is to answer", () => {
  test.each<[why: string, due: string, days: number, today: string, expected: string]>([
    ["five working days before", "2026-12-23", 5, "2026-11-24", "2026-12-16"],
    ["holidays are not counted", "2027-01-05", 5, "2026-11-24", "2026-12-28"],
    ["on the day of the case", "2026-12-23", 0, "2026-11-24", "2026-12-23"],
    ["late: the next working day", "2026-12-23", 5, "2026-12-18", "2026-12-21"],
    ["the day itself has come: one more is given", "2026-12-23", 5, "2026-12-16", "2026-12-17"],
    ["the case is due tomorrow", "2026-12-23", 5, "2026-12-22", "2026-12-23"],
    ["the case is due on a Saturday", "2026-12-19", 5, "2026-12-18", "2026-12-19"],
    ["the case is due today", "2026-12-23", 5, "2026-12-23", "2026-12-23"],
    ["the case is overdue", "2026-12-23", 5, "2026-12-29", "2026-12-29"],
  ])("%s", (_why, due, days, today, expected) => {
    expect(taskDueOn(calendarDate(due), days, calendarDate(today), holidaysOf("FR"))).toBe(expected);
  });
});

describe("asking", () => {
  test("what is asked stands in the case file, and the case waits for the department; the event holds ids and dates alone", () => {
    const scenario = asked(asking(), asking(accounting, "Dire ce qui est archivé"));
    expect(scenario.request.tasks.map(({ is, departmentId, dueOn }) => [is, departmentId, dueOn])).toEqual([["open", marketing, "2026-12-16"], ["open", accounting, "2026-12-16"]]);
    expect(scenario.caseFile.tasks.map(({ words }) => words)).toEqual(["Arrêter les e-mails", "Dire ce qui est archivé"]);
    expect(waitingFor(scenario.request)).toBe("department");
    expect(JSON.stringify(scenario.events)).not.toMatch(/Arrêter|archivé/);
  });

  test("nothing chosen is refused; so is anything once an answer is no longer owed", () => {
    expect(decide(filed(), askDepartments, { input: { tasks: [] } })).toEqual({ refused: "no-task-chosen" });
    expect(decide(after(filed(), withdrawRequest, { actor: person, input: {} }), askDepartments, { input: { tasks: [asking()] } })).toEqual({ refused: "not-allowed-now" });
  });
});

describe("answering", () => {
  test("done, with a note and its files; corrected, it keeps what is still ticked and destroys the rest", () => {
    const scenario = asked();
    const [one, two] = [id(), id()];
    const files = [one, two].map((fileId) => ({ id: fileId, purpose: "task" as const, staffId: null }));
    const answered = after(scenario, answerTask, { actor: department(scenario), input: { ...done, note: "Fait lundi" }, files });
    expect(taskOf(answered)).toMatchObject({ is: "answered", outcome: "done", answeredOn: "2026-11-24" });
    expect(waitingFor(answered.request)).toBe("staff");
    const corrected = after(answered, answerTask, { actor: department(scenario), input: { outcome: "exception", reason: "must-keep", note: "Factures", kept: [two] } });
    expect(corrected.caseFile.tasks[0]?.answers.map(({ note, fileIds }) => [note, fileIds])).toEqual([["Fait lundi", [one, two]], ["Factures", [two]]]);
    expect(corrected.events.at(-1)).toMatchObject({ type: "TaskAnswered", data: { taskId: taskOf(scenario).id, outcome: "exception", reason: "must-keep", destroyedFileIds: [one] } });
    expect(JSON.stringify(corrected.events)).not.toMatch(/Fait lundi|Factures/);
  });

  test("an exception says why, in a word of the list and in its own", () => {
    const codes = (input: object) => answerTask.input.safeParse(input).error?.issues.map(({ path, message }) => [path[0], message]) ?? [];
    expect(codes({ outcome: "exception" })).toEqual([["reason", "required"], ["note", "required"]]);
    expect(codes({ outcome: "exception", reason: "must-keep", note: "x" })).toEqual([]);
    expect(codes({})).toEqual([["outcome", "required"]]);
    expect(codes({ outcome: "done", taskId: id() })).toHaveLength(1);
  });

  test("only the task of the link; the person and staff answer none", () => {
    const scenario = asked();
    for (const actor of [agent, dpo, person, { kind: "department", taskId: id() } as const]) expect(decide(scenario, answerTask, { actor, input: done })).toEqual({ refused: "task-not-open" });
  });
});

test("a file the antivirus refuses leaves the case by an event of its own: no letter, nothing for the person to know", () => {
  const fileId = id();
  const decided = decide(asked(), refuseUnsafeFile, { actor: { kind: "system" }, input: { fileId, purpose: "task" }, unscanned: [fileId] });
  const [event] = "refused" in decided ? [] : decided.events;
  expect(event).toMatchObject({ type: "TaskFileRefused", data: { destroyedFileIds: [fileId] } });
  expect([letterOf(event!), (publicEventTypes as readonly string[]).includes(event!.type)]).toEqual([null, false]);
});

describe("an end", () => {
  test("withdrawn, it is not answered, nor withdrawn twice; answered, it is not withdrawn", () => {
    const scenario = asked();
    const input = { taskId: taskOf(scenario).id };
    const withdrawn = after(scenario, withdrawTask, { input });
    expect(taskOf(withdrawn).is).toBe("withdrawn");
    expect(decide(withdrawn, answerTask, { actor: department(scenario), input: done })).toEqual({ refused: "task-not-open" });
    const answered = after(scenario, answerTask, { actor: department(scenario), input: done });
    for (const command of [withdrawTask, sendTaskLink]) for (const ended of [withdrawn, answered]) expect(decide(ended, command, { input })).toEqual({ refused: "task-not-open" });
  });

  test("another link: the number of the good one goes up", () => {
    const scenario = asked();
    expect(taskOf(after(scenario, sendTaskLink, { input: { taskId: taskOf(scenario).id } })).link).toBe(2);
  });

  test.each(["a reply", "a withdrawal", "a merge"])("whatever closes the case withdraws what is open and settles what was answered: %s", (how) => {
    const two = asked(asking(), asking(accounting));
    const scenario = after(two, answerTask, { actor: department(two, 1), input: done });
    const closed = { "a reply": replied, "a withdrawal": (each: Scenario) => after(each, withdrawRequest, { actor: person, input: {} }), "a merge": merged }[how]!(scenario);
    expect(closed.request.tasks.map(({ is }) => is)).toEqual(["withdrawn", "closed"]);
    expect(openTasks(closed.request)).toEqual([]);
  });
});

/** Tasks that are open forbid no reply. */
function replied(scenario: Scenario): Scenario {
  const decided = after(after(scenario, takeCase, { input: {} }), decideClaim, { input: { claimId: scenario.request.claims[0]!.id, outcome: "fulfilled", grounds: [], explanation: null } });
  return after(after(decided, draftReply, { input: { body: "Voici." } }), sendReply, { input: { fileIds: [] } });
}

function merged(scenario: Scenario): Scenario {
  const earlier = filed("access", { receivedAt: "2026-11-20T09:00:00.000Z", receivedOn: calendarDate("2026-11-20") });
  return after(scenario, mergeInto, { input: { earlier: { request: { ...earlier.request, reference: "AAAA-AAAA" }, caseFile: earlier.caseFile }, dueOn: calendarDate("2026-12-21") } });
}
