import type { clock as french, PointWords } from "../fr/clock";

const number = (count: number) => count.toLocaleString("en-GB");
const days = (count: number, kind = "") => `${count} ${kind && `${kind} `}day${count === 1 ? "" : "s"}`;
const cases = (count: number) => (count === 1 ? "1 open request" : `${number(count)} open requests`);

const points: PointWords = {
  identityPause: {
    name: "While a proof of identity is awaited",
    about: "The decree and the European Board suspend the time limit; a suspension is counted in days.",
    value: (value) =>
      ({ pause: "the time limit is suspended, then resumes where it stood", none: "the time limit keeps running", restart: "the month begins again when the proof arrives (the British reading)" })[value],
  },
  identityRequestMaxDays: {
    name: "A proof suspends the time limit if it is asked for",
    about: "The text says “without undue delay”; the number of days is a choice. Asked for later, it suspends nothing. From 0 to 30.",
    value: (value) => (value === 0 ? "on the very day of receipt" : `within ${days(value)} of receipt`),
  },
  clarificationPause: {
    name: "A question about the scope of an access request",
    about: "The decree is silent; the European Board allows it for access alone.",
    value: (value) => ({ never: "does not suspend the time limit", "access-only": "suspends the time limit, if access alone is asked for" })[value],
  },
  qualityProofPauses: {
    name: "A missing proof of mandate or heirship",
    about: "The decree speaks of the person’s identity only.",
    value: (value) => (value ? "suspends the time limit like a proof of identity" : "does not suspend the time limit"),
  },
  rollsToWorkingDay: {
    name: "When the last day is a Saturday, a Sunday or a public holiday",
    about: "The Regulation moves it; a cautious controller may do without.",
    value: (value) => (value ? "the time limit ends on the next working day" : "the time limit ends on that day"),
  },
  extensionAnchor: {
    name: "An extended time limit is counted",
    about: "The text says two further months, not from when they are counted.",
    value: (value) => ({ receipt: "from receipt, three months in all at most", "earlier-of-receipt-and-first-date": "from receipt or from the first due date, whichever ends sooner" })[value],
  },
  extensionNoticeRolls: {
    name: "An extension is announced at the latest",
    about: "To be safe, always announce it before the month ends.",
    value: (value) => (value ? "on the working day to which the first month moves" : "on the last day of the first month, holiday or not"),
  },
  postalMarginWorkingDays: {
    name: "A reply by post is handed over",
    about: "A reply counts when it is sent; the margin covers the carriage. From 0 to 15 working days.",
    value: (value) => (value === 0 ? "on the due date at the latest" : `${days(value, "working")} before the due date`),
  },
  registeredLetterReceipt: {
    name: "A registered letter is received",
    about: "Both dates are kept in the request.",
    value: (value) => ({ delivery: "on the day it is delivered", "first-presentation": "on the day it is first presented" })[value],
  },
  appliesAfterDeath: {
    name: "A request about someone who died",
    about: "The GDPR does not cover the dead (recital 27), and the law sets no time limit.",
    value: (value) => (value ? "follows the same time limit" : "has no legal time limit"),
  },
  internalTargetDays: {
    name: "We aim to reply",
    about: "For the team only: it changes no due date. From 1 to 20 days.",
    value: (value) => `${days(value)} before the first month ends`,
  },
  lapseAlarmDays: {
    name: "A proof that does not come is pointed out",
    about: "A refusal for want of identity is then proposed; the request is taken up again if the proof comes later. From 7 to 90 days.",
    value: (value) => `after ${days(value)} of suspension`,
  },
  sameRequestDays: {
    name: "The same asked again by the same person is pointed out",
    about: "To merge the two requests, or to judge whether they are repeated at reasonable intervals (recital 63). No date changes. From 1 to 730 days.",
    value: (value) => `when the two come within ${days(value)} of each other`,
  },
};

const calendars = {
  FR: "France",
  "FR-AM": "Alsace-Moselle",
  "FR-GP": "Guadeloupe",
  "FR-MQ": "Martinique",
  "FR-GF": "French Guiana",
  "FR-RE": "Réunion",
  "FR-YT": "Mayotte",
  "FR-MF": "Saint Martin",
  "FR-BL": "Saint Barthélemy",
};

export const clock: typeof french = {
  title: "Time limits",
  lead: "What decides the due date of each request. A change first shows which open requests get another date; it counts only once it is applied. Closed requests keep their date.",
  back: "All settings of time limits",
  compared: {
    title: "Every night’s check",
    about: "The date shown for each open request is compared with the computed one.",
    never: "No check has been made yet.",
    last: (at, checked, repaired) =>
      `Last check on ${at}: ${checked === 1 ? "1 request" : `${number(checked)} requests`} checked, ${repaired === 0 ? "no difference" : repaired === 1 ? "1 wrong date, repaired" : `${number(repaired)} wrong dates, repaired`}.`,
    repaired: "A date was changed by something other than the portal, or the portal was wrong. Tell whoever runs it: the log names the requests.",
  },
  recomputing: "The dates of open requests are being computed anew.",
  holidays: {
    title: "Public holidays",
    about: (calendar) => `Official calendar: ${calendars[calendar]}. A time limit that ends on a Saturday, a Sunday or a public holiday moves to the next working day.`,
    caption: (year) => `Public holidays of ${year}`,
    added: "Added",
    removed: "No longer a holiday",
    mine: "Days you have changed",
    undo: "Undo",
    undoOf: (date) => `Undo the change of ${date}`,
    change: "Change a public holiday",
    changeHint: "Only when the law changes. A bridge day, Christmas Eve or a closure of the company is not a public holiday.",
    on: "Day",
    legend: "What becomes of this day?",
    options: { yes: "It becomes a public holiday", no: "It is no longer a public holiday" },
  },
  closures: {
    title: "Closures of the company",
    law: "A closure is not a public holiday: it changes no due date. It only brings the internal target forward, so that the reply leaves before it.",
    none: "No closure is planned.",
    caption: "Planned closures",
    from: "First day",
    until: "Last day",
    add: "Add a closure",
    remove: "Remove",
    removeOf: (from, until) => `Remove the closure from ${from} to ${until}`,
  },
  policy: {
    title: "Disputed points",
    about: "Here texts or authorities do not all say the same. The defaults are the recommended reading.",
    change: "Change these rules",
    isDefault: "This is the default.",
    byDefault: (value) => `Default: ${value}.`,
    default: "default",
    unconfirmed: "to be confirmed with counsel",
    points,
  },
  history: {
    title: "Who changed what",
    never: "Nothing has been changed yet.",
    older: "Older changes are in the audit trail.",
    someone: "A member of the team",
  },
  preview: {
    title: "What would change",
    none: "No open request gets another due date.",
    moved: (moved, all) => `Of ${cases(all)}, ${moved === 1 ? "1 gets" : `${number(moved)} get`} another due date.`,
    told: "Each person concerned will see the new date and its reason in their space. No letter is sent: tell those without e-mail yourself.",
    targets: (count) => (count === 1 ? "The internal target of one request changes too." : `The internal targets of ${number(count)} requests change too.`),
    onlyTargets: (count) => (count === 1 ? "Only the internal target of one request changes." : `Only the internal targets of ${number(count)} requests change.`),
    late: (count) => (count === 1 ? "1 request would at once be past its due date." : `${number(count)} requests would at once be past their due dates.`),
    caption: "Requests that get another date",
    reference: "Requests",
    before: "Date now",
    after: "New date",
    more: (count) => (count === 1 ? "And 1 more request." : `And ${number(count)} more requests.`),
  },
  step: { see: "See what would change", seeOf: (what) => `See what would change: ${what}`, apply: "Apply this change", edit: "Edit", cancel: "Leave it" },
  errors: {
    required: "Enter a date",
    date: "Enter a date that exists, with its day, month and year",
    range: "Choose a date between last year and ten years from now",
    order: "The last day cannot be before the first",
    choice: "Choose one of the answers given",
    number: (from, to) => `Enter a number from ${from} to ${to}`,
  },
  refusal: {
    "holiday-already": "This day is already a public holiday",
    "holiday-not": "This day is not a public holiday",
    "closure-overlaps": "Another closure already covers some of these days",
    "closure-unknown": "This closure is no longer in the list.",
    "nothing-changed": "Nothing is changed: choose at least one other value.",
  },
  changedMeanwhile: "Somebody changed the settings meanwhile. Nothing was applied or lost: this is what your change would do now.",
  difference: (told, date) => {
    switch (told.what) {
      case "holiday":
        return {
          added: `${date(told.on)} becomes a public holiday`,
          removed: `${date(told.on)} is no longer a public holiday`,
          "addition-undone": `${date(told.on)} is no longer a public holiday (addition undone)`,
          "removal-undone": `${date(told.on)} is a public holiday again (removal undone)`,
        }[told.change];
      case "closure":
        return `Closure from ${date(told.from)} to ${date(told.until)} ${told.change === "added" ? "added" : "removed"}`;
      case "policy": {
        const { name, value } = points[told.point] as { name: string; value: (value: unknown) => string };
        return `${name}: ${value(told.after)} (before: ${value(told.before)})`;
      }
    }
  },
};
