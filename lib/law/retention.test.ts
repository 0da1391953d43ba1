import { expect, test } from "vitest";
import { archiveDefaults, archivedCategories } from "./archive";
import { calendarDate } from "./calendar";
import { eraseOn, firstEraseOn, retainedThings, retentionOf } from "./retention";

const d = calendarDate;

test("every kept thing has a rule", () => {
  for (const what of retainedThings) expect(retentionOf(what).length, what).toBeGreaterThan(0);
});
test.each([
  [{ hours: 24 }, "2026-03-28", "2026-03-29"],
  [{ hours: 25 }, "2026-03-28", "2026-03-30"],
  [{ days: 30 }, "2026-12-15", "2027-01-14"],
  [{ months: 13 }, "2026-01-31", "2027-02-28"],
  [{ years: 5 }, "2028-02-29", "2033-02-28"],
])("%j from %s ends on %s", (after, from, expected) => {
  expect(eraseOn({ after }, d(from))).toBe(expected);
});
test("an identity document goes on decision, else on closure, else 30 days after it came", () => {
  const received = d("2026-09-01");
  expect(firstEraseOn("identity-document", { received, decided: d("2026-09-04"), closed: d("2026-09-20") })).toBe("2026-09-04");
  expect(firstEraseOn("identity-document", { received, closed: d("2026-09-20") })).toBe("2026-09-20");
  expect(firstEraseOn("identity-document", { received })).toBe("2026-10-01");
  expect(firstEraseOn("identity-document", {})).toBeNull();
});
test("the case file is kept five years from closure", () => {
  expect(firstEraseOn("case-file", { received: d("2026-09-01"), closed: d("2026-09-20") })).toBe("2031-09-20");
});
test("what is archived is kept under an exception of Art. 17(3)", () => {
  for (const category of archivedCategories) expect(archiveDefaults[category].exception).toMatch(/^gdpr-17-3-[be]$/);
});
