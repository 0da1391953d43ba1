import { expect, test } from "vitest";
import { inTodaysShape, type StoredCaseFile } from "./case-file";
import { emptyCaseFile } from "./fixtures/scenario";

test("a case file of an earlier release opens in today's shape: its reply under the event that sent it, nothing joined, no department asked", () => {
  const { replies, joined, tasks, ...rest } = emptyCaseFile();
  const old: StoredCaseFile = { ...rest, reply: { body: "Voici.", fileIds: ["f"] } };
  expect(inTodaysShape(old, "e")).toEqual({ ...emptyCaseFile(), replies: [{ id: "e", body: "Voici.", fileIds: ["f"] }] });
  expect(inTodaysShape({ ...rest, reply: null })).toEqual({ ...emptyCaseFile(), replies, joined, tasks });
});

test("one of today stays as it is", () => {
  const today = { ...emptyCaseFile(), replies: [{ id: "a", body: "Voici.", fileIds: [] }] };
  expect(inTodaysShape(today, "e")).toEqual(today);
});
