import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { addDays, calendarDate } from "@/lib/law/calendar";
import { holidaysOf } from "@/lib/law/holidays";
import { defaultPolicy } from "@/lib/law/time-limit";
import { datesAround } from "./dates-around";
import { filed } from "./fixtures/scenario";
import { type Clock, datesOf } from "./summary";

const d = calendarDate;
const clock: Clock = { today: d("2027-03-01"), holidays: holidaysOf("FR"), policy: defaultPolicy, closures: [] };
const received = (on: string) => filed("access", { receivedOn: d(on) }).request;

test("a shorter way to the same dates: as computed under each clock by itself", () => {
  const day = fc.integer({ min: 0, max: 60 }).map((after) => addDays(d("2026-12-01"), after));
  const changes = fc.array(fc.record({ on: day, change: fc.constantFrom("added" as const, "removed" as const) }), { maxLength: 6 });
  const rules = fc.record({ rollsToWorkingDay: fc.boolean(), internalTargetDays: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(day, changes, fc.option(rules, { nil: undefined }), fc.boolean(), (on, holidays, policy, closes) => {
      const request = received(addDays(on, -25));
      const after: Clock = { ...clock, holidays: holidaysOf("FR", holidays), policy: { ...defaultPolicy, ...policy }, closures: closes ? [{ from: on, until: addDays(on, 3) }] : [] };
      expect(datesAround(clock, after)(request)).toEqual({ old: datesOf(request, clock), fresh: datesOf(request, after) });
    }),
    { numRuns: 1000 },
  );
});

test("a case far from the changed day is computed once, one after the other as well", () => {
  const holidays = holidaysOf("FR", [{ on: d("2027-01-05"), change: "added" }]);
  const asked = vi.spyOn(holidays, "has");
  const around = datesAround(clock, { ...clock, holidays });
  around(received("2026-12-05"));
  expect(around(received("2026-09-07"))).toMatchObject({ old: { dueOn: "2026-10-07" }, fresh: { dueOn: "2026-10-07" } });
  const before = asked.mock.calls.length;
  const { old, fresh } = around(received("2026-09-07"));
  expect(fresh).toBe(old);
  expect(asked.mock.calls.length).toBeGreaterThan(before);
});
