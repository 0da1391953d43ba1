import type { CalendarDate } from "@/lib/law/calendar";
import type { RefusalGround } from "@/lib/law/grounds";
import type { Outcome } from "@/lib/law/outcomes";
import type { Right } from "@/lib/law/rights";
import type { Channel } from "../arrival";
import type { RequestState } from "../request";

/** One request as the register tells it: codes, dates and who handles it; nothing of the person who asked. */
export type RegisterEntry = {
  reference: string;
  /** Each right asked for, with how it ended. */
  rights: { right: Right; outcome: Outcome | "undecided" | "merged" }[];
  channel: Channel;
  locale: "fr" | "en";
  receivedOn: CalendarDate;
  dueOn: CalendarDate;
  state: RequestState;
  /** Did the clock ever stand still? */
  wasSuspended: boolean;
  extensionMonths: number;
  answeredOn: CalendarDate | null;
  /** From the day of receipt, or that on which it was taken up again, to that of the answer. */
  days: number | null;
  isOnTime: boolean | null;
  refusalGrounds: RefusalGround[];
  assignee: { id: string; name: string } | null;
};

/** Columns of the register, in their order. */
export const registerColumns = [
  "reference", "rights", "channel", "locale", "receivedOn", "dueOn", "state", "wasSuspended", "extensionMonths", "answeredOn", "days", "isOnTime", "outcomes", "refusalGrounds", "assigneeId", "assigneeName",
] as const;
export type RegisterColumn = (typeof registerColumns)[number];
