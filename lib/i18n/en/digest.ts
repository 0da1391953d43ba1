import type { digest as French } from "../fr/digest";

export const digest: typeof French = {
  subject: (counts) => {
    const said = [
      { count: counts.overdue, words: "overdue" },
      { count: counts.today, words: "due today" },
      { count: counts.soon, words: "due within 7 days" },
      { count: counts.target, words: "at the internal target" },
      { count: counts.suspension, words: "suspended for a long time" },
      { count: counts.task, words: "with a late department" },
      { count: counts.toPost, words: "with letters to post" },
    ].filter(({ count }) => count > 0);
    return said.map(({ count, words }, index) => (index > 0 ? `${count} ${words}` : `${count} ${count === 1 ? "request" : "requests"} ${words}`)).join(", ");
  },
  greeting: "Hello,",
  lead: (day) => `These are the requests that wait for you on ${day}.`,
  groups: {
    overdue: { title: "Overdue", hint: "The last day has passed. A late answer is better than none: tell the person why they had to wait." },
    today: { title: "Due today", hint: null },
    tomorrow: { title: "Due tomorrow", hint: null },
    "three-days": { title: "Due within 3 days", hint: null },
    week: { title: "Due within 7 days", hint: null },
    target: { title: "At the internal target", hint: "The day by which we wanted to have answered has come, or something has to be done without waiting (marketing to stop, consent withdrawn, data to freeze). The last day by law is later." },
    suspension: { title: "Suspended for a long time", hint: "What we asked for has not arrived. Remind the person, or answer with what you have. Without proof of identity, tell them that it is not possible to go on without it and that they can always come back; a missing clarification is no reason to refuse." },
    task: { title: "A department is late", hint: "It was to do its part before you. Call it, send it the link again, or answer without it." },
    "to-post": { title: "Letters to post", hint: "The person has no e-mail address, or the e-mail did not arrive. Until the letter is posted they have received nothing, and what it announces does not count." },
  },
  due: (day, days) => `due on ${day} (${relative(days)})`,
  atOnce: "to be done without waiting, even while the time is suspended",
  suspendedSince: (day) => `suspended since ${day}`,
  taskSince: (day) => `a department was to answer by ${day}`,
  toPost: "letter to post",
  unassigned: "not yet assigned",
  more: (count) => (count === 1 ? "And one more, in the list of requests." : `And ${count} more, in the list of requests.`),
  open: "See all requests",
  why: "This e-mail leaves once a day at most, and only when a due date asks for it.",
  mention: {
    subject: (reference) => `A note of ${reference} names you`,
    lead: (reference) => `A colleague names you in an internal note of request ${reference}. What they wrote can be read in the office.`,
    open: "See the request",
  },
  footer: (controller, address) => [controller, address, "Automatic message of the office, for the team that answers requests."],
};

function relative(days: number): string {
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days > 1) return `in ${days} days`;
  return days === -1 ? "one day late" : `${-days} days late`;
}
