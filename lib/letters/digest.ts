import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { type CalendarDate, daysBetween } from "@/lib/law/calendar";
import type { Right } from "@/lib/law/rights";
import type { ReminderKind, Watched } from "@/lib/request/reminders";
import { type Block, button, heading, type Letter, links, paragraph } from "./letter";

/** A reminder with the case as it stands when the mail is written. `isOwed`: an answer is. */
export type DigestCase = Pick<Watched, "dueOn" | "suspended" | "suspendedOn" | "hasLettersToPost" | "effectAtOnce" | "taskDueOn"> & { isOwed: boolean } & { kind: ReminderKind; reference: string; rights: Right[]; isAssigned: boolean };

const groups = ["overdue", "today", "tomorrow", "three-days", "week", "target", "suspension", "task", "to-post"] as const satisfies ReminderKind[];
type Group = (typeof groups)[number];

/** Cases a group lists; the queue has the others. */
const mostPerGroup = 40;

/**
 * The morning mail to a member of staff: what is late or soon due, one line a case, the most urgent first. However late it
 * leaves, it says what is so on that day; null when nothing is left to say. References, rights and dates only: no name.
 */
export function digest(cases: readonly DigestCase[], { locale, today }: { locale: Locale; today: CalendarDate }): Letter | null {
  const words = messages(locale).digest;
  const byGroup = Map.groupBy(cases, (one) => groupOf(one, today));
  const found = groups.map((group) => ({ group, cases: (byGroup.get(group) ?? []).sort(byDate) })).filter((one) => one.cases.length > 0);
  if (found.length === 0) return null;
  const count = (...of: Group[]) => found.filter(({ group }) => of.includes(group)).reduce((sum, one) => sum + one.cases.length, 0);
  return {
    subject: words.subject({ overdue: count("overdue"), today: count("today"), soon: count("tomorrow", "three-days", "week"), target: count("target"), suspension: count("suspension"), toPost: count("to-post"), task: count("task") }),
    blocks: [
      paragraph(words.greeting),
      paragraph(words.lead(dayWords(today, locale))),
      ...found.flatMap((one) => blocksOf(one.group, one.cases, locale, today)),
      button(words.open, "/office"),
      paragraph(words.why),
    ],
  };
}

/** Where a case belongs on the day the mail leaves, which may be later than the day it was decided; null: no longer to be said. */
function groupOf({ kind, dueOn, suspended, hasLettersToPost, effectAtOnce, taskDueOn, isOwed }: DigestCase, today: CalendarDate): Group | null {
  if (kind === "to-post") return hasLettersToPost ? "to-post" : null;
  if (!isOwed) return null;
  const isTask = kind === "task" && taskDueOn !== null && taskDueOn < today;
  if (isTask && suspended) return "task";
  if (suspended && kind === "target") return effectAtOnce ? "target" : null;
  if (suspended || kind === "suspension") return suspended && kind === "suspension" ? "suspension" : null;
  const days = daysBetween(today, dueOn);
  if (days < 0) return "overdue";
  if (days <= 1) return days === 0 ? "today" : "tomorrow";
  if (kind === "task") return isTask ? "task" : null;
  if (kind === "target" || days > 7) return kind === "target" ? "target" : null;
  return days <= 3 ? "three-days" : "week";
}

function byDate(one: DigestCase, other: DigestCase): number {
  const dateOf = ({ suspended, suspendedOn, dueOn }: DigestCase) => (suspended && suspendedOn) || dueOn;
  const [date, later] = [dateOf(one), dateOf(other)];
  return date < later || (date === later && one.reference < other.reference) ? -1 : 1;
}

function blocksOf(group: Group, cases: readonly DigestCase[], locale: Locale, today: CalendarDate): Block[] {
  const words = messages(locale).digest;
  const { title, hint } = words.groups[group];
  const hidden = cases.length - mostPerGroup;
  const items = cases.slice(0, mostPerGroup).map((one) => ({ label: one.reference, path: `/office/requests/${one.reference}`, detail: detailOf(one, locale, today) }));
  return [heading(title), ...(hint ? [paragraph(hint)] : []), links(items), ...(hidden > 0 ? [paragraph(words.more(hidden))] : [])];
}

function detailOf({ kind, rights, dueOn, suspended, suspendedOn, taskDueOn, isAssigned }: DigestCase, locale: Locale, today: CalendarDate): string {
  const { digest: words, law } = messages(locale);
  const when = kind === "to-post" ? words.toPost : kind === "task" && taskDueOn ? words.taskSince(dayWords(taskDueOn, locale)) : suspended && kind === "target" ? words.atOnce : suspended && suspendedOn ? words.suspendedSince(dayWords(suspendedOn, locale)) : words.due(dayWords(dueOn, locale), daysBetween(today, dueOn));
  return [rights.map((right) => law.right[right].short).join(", "), when, ...(isAssigned ? [] : [words.unassigned])].join(" – ");
}
