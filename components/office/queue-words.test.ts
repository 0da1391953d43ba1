import { expect, test } from "vitest";
import { type QueueItem, queueRowWords } from "./queue-words";

const row: QueueItem = {
  reference: "K7QF-2M9X", requesterName: "Ana Loup", rights: ["restriction"], state: "new", stage: "check", waitingFor: "staff", tasks: [], dueOn: "2026-12-28", actOn: "2026-11-29", daysLeft: 31, daysToAct: 2,
  suspended: false, effectAtOnce: true, channel: "portal", hasLettersToPost: false, lacksReceiptProof: false, assignee: null, teamId: null,
};
const due = (item: Partial<QueueItem>, locale: "fr" | "en" = "en") => queueRowWords({ ...row, ...item }, { me: "me", teams: [], locale, isChoosable: true }).due;

test("a row tells the date it stands by, and beside it by when the answer is due", () => {
  expect(due({})).toEqual({ tone: "near", said: "In 2 days", on: { date: "2026-11-29", day: "Sun 29 Nov" }, suspended: null, beside: "Answer by Mon 28 Dec" });
  expect(due({}, "fr")).toMatchObject({ said: "Dans 2 jours", beside: "Réponse\u00a0: lun. 28 déc." });
  expect(due({ daysToAct: -8, actOn: "2026-11-19" })).toMatchObject({ tone: "overdue", said: "8 days overdue" });
});

test("of an answer alone, its own date; of a message after it, by when it is looked at, and that the answer was given", () => {
  expect(due({ effectAtOnce: false, actOn: row.dueOn, daysToAct: 31 })).toEqual({ tone: "far", said: "In 31 days", on: { date: "2026-12-28", day: "Mon 28 Dec" }, suspended: null });
  expect(due({ effectAtOnce: false, state: "message-after-reply", dueOn: "2026-05-04", daysLeft: -207, actOn: "2026-12-03", daysToAct: 6 })).toMatchObject({ tone: "far", said: "In 6 days", beside: "Already answered" });
});

test("that the time of the answer stands still is said beside a date that does not; what is closed has its own date", () => {
  expect(due({ suspended: true })).toMatchObject({ tone: "near", suspended: "Time suspended" });
  expect(due({ state: "answered" })).toMatchObject({ tone: "closed", on: { date: "2026-12-28" } });
});
