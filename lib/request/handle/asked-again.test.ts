import { expect, test } from "vitest";
import { calendarDate } from "@/lib/law/calendar";
import type { Right } from "@/lib/law/rights";
import { filed } from "../fixtures/scenario";
import { askedAgain } from "./asked-again";

// Received on 23 November 2026.
const { request } = filed("access");

test.each<[string, Right[], string, boolean]>([
  ["the same right, thirty days before", ["access"], "2026-10-24", true],
  ["thirty days after, beside another", ["erasure", "access"], "2026-12-23", true],
  ["a day too far", ["access"], "2026-10-23", false],
  ["another right on the same day", ["erasure"], "2026-11-23", false],
])("%s", (_, rights, on, isSame) => {
  const other = { rights, receivedOn: calendarDate(on) };
  expect(askedAgain(request, [other], 30)).toEqual(isSame ? [other] : []);
});
