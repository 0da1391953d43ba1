import "server-only";
import { holidayCalendars } from "@/lib/law/holiday-calendars";
import type { QuestionError } from "@/lib/request/time-limit-question";

/** What is wrong with a field of a question and what would be right, for developers. */
export const sentences: Record<QuestionError, string> = {
  missing: "This member is required.",
  unknown: "There is no such member here.",
  object: "This must be a JSON object.",
  list: "This must be a list of events, empty if nothing happened.",
  "too-many": "There may be at most 50 events.",
  instant: "This must be an ISO 8601 date and time with Z or an offset, such as 2026-09-15T10:00:00+02:00.",
  year: "The year must be between 1900 and 2200.",
  calendar: `This must be one of ${holidayCalendars.join(", ")}.`,
  type: "This must be one of identity_requested, identity_received, clarification_requested, clarification_received, extension_notified, posted, forwarded_internally.",
  months: "This must be 1 or 2.",
  boolean: "This must be true or false.",
  "before-receipt": "This happened before the request was received.",
  "after-receipt": "A request cannot be posted after it was received.",
};
