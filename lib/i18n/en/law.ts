import { type HolidayKey, holidayNames } from "@/lib/law/holiday-calendars";
import type { CalendarDate } from "@/lib/law/calendar";
import type { Step, StepRule } from "@/lib/law/time-limit";
import type { Arrival, Channel } from "@/lib/request/arrival";
import type { law as French } from "../fr/law";

/** How the reader's language writes a civil date, e.g. "Monday 4 January 2027". */
type Format = { date: (date: CalendarDate) => string };

const days = (count: number | undefined) => (count === 1 ? "1 day" : `${count ?? 0} days`);
const months = (count: number | undefined) => (count === 1 ? "one month" : `${count ?? 0} months`);
const dated = (date: CalendarDate | undefined, { date: format }: Format) => (date ? format(date) : "");
/** By name, where it has one of its own: a day the law gained lately has none. */
const holiday = (key: HolidayKey | undefined) => (key && key !== "added" ? ` (${holidayNames[key].en})` : "");
const asked = (about: Step["about"]) => (about === "mandate" ? "proof of the right to act for somebody else" : about === "heirship" ? "proof of heirship" : "what is needed to check identity");
const proofAsked = (about: Step["about"]) => (about === "mandate" ? "Proof of the right to act for somebody else" : about === "heirship" ? "Proof of heirship" : "Proof of identity");

const doubtGround: typeof French.doubtGround = {
  "email-unknown": {
    staff: "The e-mail address is unknown in our records",
    letter: "the e-mail address given in the request is not in our records",
  },
  "details-do-not-match": {
    staff: "The details given do not match our records",
    letter: "some of the details given do not match those we hold",
  },
  "account-signs-of-misuse": {
    staff: "The account shows signs of misuse",
    letter: "unusual activity makes us fear that somebody else has had access to the account",
  },
  "sensitive-answer": {
    staff: "The reply would be sensitive (adds to a doubt, is not enough alone)",
    letter: "the reply would contain data that could harm you if it fell into other hands",
  },
  "mandate-missing": {
    staff: "Nothing shows that the person may act for another (mandate, parent, guardian)",
    letter: "the request is made for somebody else, and we are missing a document that shows you may act for that person",
  },
  "heirship-missing": {
    staff: "Heirship is not established",
    letter: "we are missing a document that establishes in what capacity you act for the person who died",
  },
};

/** The doubt behind a request for proof, and whether it was asked in time: the rule by which it counts or not. */
function howAsked({ asked }: Step): string {
  if (!asked) return "";
  const { why, afterDays, limitDays, grounds } = asked;
  const after = afterDays === 0 ? "Asked on the very day of receipt" : `Asked ${days(afterDays)} after receipt`;
  const rule = why === "follow-up" ? "Asked again: what was sent first was not enough." : why === "credited-late" ? `${after}; suspension granted in spite of this delay by the data protection officer.` : `${after} (to suspend the time limit: ${days(limitDays)} at most).`;
  return ` ${rule}${grounds.length > 0 ? ` Reason: ${grounds.map((ground) => doubtGround[ground].letter).join("; ")}.` : ""}`;
}

/** Why the date is what it is: one sentence per step, the same for staff, for the person and for whoever asks about another company: no “we”. */
const steps: Record<StepRule, (step: Step, format: Format) => string> = {
  received: ({ after }, format) => `Request received on ${dated(after, format)}.`,
  reopened: ({ after }, format) => `Request taken up again after a refusal for want of proof: the time limit runs anew from ${dated(after, format)}.`,
  "after-death": ({ after }, format) => `The law sets no time limit for requests about somebody who died; the same one is kept by choice, counted from ${dated(after, format)}.`,
  "after-death-no-limit": ({ after }, format) => `The law sets no time limit for requests about somebody who died; the date given here, counted from ${dated(after, format)}, is an aim.`,
  "posting-not-counted": ({ since }, format) => `The request was posted on ${dated(since, format)}; time runs from its arrival.`,
  "forwarding-not-a-pause": ({ since }, format) => `Request passed on inside the company on ${dated(since, format)}; this does not delay the time limit.`,
  "identity-restart": ({ after }, format) => `Time runs from the day identity was established, ${dated(after, format)}.`,
  "one-month": ({ after }, format) => `One month to answer, that is ${dated(after, format)}.`,
  extension: (step, format) => `Time limit extended by ${months(step.months)}, that is ${dated(step.after, format)}.`,
  "month-end-clamp": ({ after }, format) => `That month has no day of this number; the time limit ends on its last day, ${dated(after, format)}.`,
  "identity-pause": (step, format) => `Time suspended for ${days(step.days)}, from ${dated(step.since, format)} to ${dated(step.until, format)}, until ${asked(step.about)} was received.${howAsked(step)}`,
  "identity-pause-open": (step, format) => `Time suspended since ${dated(step.since, format)}, until ${asked(step.about)} is received; date worked out as if that came today.${howAsked(step)}`,
  "identity-pause-lapsed": (step, format) => `Time suspended for ${days(step.days)}, from ${step.since ? format.date(step.since) : ""} to ${step.until ? format.date(step.until) : ""}, waiting for ${asked(step.about)}; nothing came, and the time runs again.${howAsked(step)}`,
  "identity-pause-not-credited": (step, format) => `${proofAsked(step.about)} was asked for on ${dated(step.since, format)}, too late to suspend the time limit.${howAsked(step)}`,
  "identity-pause-after-limit": (step, format) => `${proofAsked(step.about)} was asked for on ${dated(step.since, format)}, when the time was already up: it is not suspended.${howAsked(step)}`,
  "identity-pause-off": (step, format) => `${proofAsked(step.about)} was asked for on ${dated(step.since, format)}; this does not suspend the time limit.${howAsked(step)}`,
  "identity-pause-unneeded": ({ since }, format) => `Identity was established without the document asked for on ${dated(since, format)}: the time limit was not suspended.`,
  "identity-pause-beside": (step, format) => `${proofAsked(step.about)} was asked for on ${dated(step.since, format)}; this does not suspend the time limit, because part of the request needs no proof.`,
  "clarification-pause": (step, format) => `Time suspended for ${days(step.days)}, from ${dated(step.since, format)} to ${dated(step.until, format)}, while the request was made more precise.`,
  "clarification-pause-open": (step, format) => `Time suspended since ${dated(step.since, format)}, while the request is made more precise; date worked out as if the answer came today.`,
  "clarification-not-a-pause": (step, format) => `A clarification was asked for on ${dated(step.since, format)}; this does not suspend the time limit.`,
  "extension-from-first-date": ({ after }, format) => `The extension counts from the first date, which is earlier: ${dated(after, format)}.`,
  "rolled-weekend": ({ after }, format) => `The last day falls on a weekend; it moves to ${dated(after, format)}.`,
  "rolled-holiday": (step, format) => `The last day is a public holiday${holiday(step.holiday)}; it moves to ${dated(step.after, format)}.`,
  "extension-too-late": (step, format) => `The extension announced on ${dated(step.since, format)} came too late: it does not count.`,
};

const channel: Record<Channel, string> = { portal: "by the online form", email: "by e-mail", post: "by post", telephone: "by telephone", counter: "at the counter" };

/** The same with the days of a registered letter: both are told, whichever counts. */
function cameBy(by: Channel, { post }: Arrival, { date }: Format): string {
  return post?.kind === "registered" ? `by registered letter, first presented on ${date(post.presentedOn)}, delivered on ${date(post.deliveredOn)}` : channel[by];
}

export const law: typeof French = {
  right: {
    access: {
      name: "See what data you hold about me",
      short: "Access",
      goodFor: "Get a copy of your data and learn where it comes from, what it is used for, who receives it and how long it is kept.",
      legal: "right of access",
      source: "Article 15 GDPR",
    },
    rectification: {
      name: "Correct my data",
      short: "Rectification",
      goodFor: "Have wrong data corrected or incomplete data completed: a misspelt name, an old address, a wrong date.",
      legal: "right to rectification",
      source: "Article 16 GDPR",
    },
    erasure: {
      name: "Erase my data",
      short: "Erasure",
      goodFor: "Have your account or some of your data erased. What the law makes us keep, such as invoices, is set apart, then erased in turn.",
      legal: "right to erasure",
      source: "Article 17 GDPR",
    },
    restriction: {
      name: "Freeze the use of my data",
      short: "Restriction",
      goodFor: "Have your data kept but no longer used, for example while we check whether it is accurate.",
      legal: "right to restriction of processing",
      source: "Article 18 GDPR",
    },
    portability: {
      name: "Take my data elsewhere",
      short: "Portability",
      goodFor: "Receive the data you gave us in a file that other services can read, or have it sent to another company.",
      legal: "right to data portability",
      source: "Article 20 GDPR",
    },
    objection: {
      name: "Object to the use of my data",
      short: "Objection",
      goodFor: "Stop advertising, without giving any reason, or object to another use because of your own situation.",
      legal: "right to object",
      source: "Article 21 GDPR",
    },
    "withdraw-consent": {
      name: "Withdraw my consent",
      short: "Withdrawal of consent",
      goodFor: "Take back an agreement you gave: newsletter, text messages, cookies, sharing with our partners. As easily as you gave it.",
      legal: "withdrawal of consent",
      source: "Article 7(3) GDPR",
    },
    "human-review": {
      name: "Have an automated decision reviewed",
      short: "Human review",
      goodFor: "Have a person look again at a decision made by a program, such as a refused payment in instalments, and hear your point of view.",
      legal: "right to human intervention",
      source: "Article 22(3) GDPR",
    },
    transfers: {
      name: "Know whether my data leaves Europe",
      short: "Transfers",
      goodFor: "Learn the countries, the recipients and the safeguards that protect your data outside the European Economic Area.",
      legal: "information on transfers outside the European Economic Area",
      source: "Articles 15(2) and 46 GDPR",
    },
    "post-mortem-directive": {
      name: "Decide what happens to my data after my death",
      short: "Instructions after death",
      goodFor: "Say now what should happen to your data and, if you wish, who should see to it. You can change your mind at any time.",
      legal: "instructions (directives) on what happens to data after death",
      source: "Article 85(I) of the French Data Protection Act",
    },
    deceased: {
      name: "Act for someone who has died",
      short: "Deceased person",
      goodFor: "Stop the letters, close the account or obtain what is useful for the estate of someone close to you. We go at your pace.",
      legal: "rights after a person’s death",
      source: "Article 85 of the French Data Protection Act",
    },
  },
  outcome: {
    fulfilled: "Granted",
    "partly-fulfilled": "Granted in part",
    "no-data-held": "No data held",
    refused: "Refused",
    redirected: "Redirected to the competent controller",
  },
  outcomeMeaning: {
    fulfilled: "We have done what you asked.",
    "partly-fulfilled": "We have done part of what you asked; we explain why the rest is not possible.",
    "no-data-held": "We have searched and found no data matching your request.",
    refused: "We cannot do what you asked; we explain why, and how you can contest it.",
    redirected: "Another organisation decides how this data is used; we tell you which one.",
  },
  refusalGround: {
    "manifestly-unfounded": {
      name: "Manifestly unfounded request",
      words: "your request is manifestly unfounded",
      source: "Article 12(5) GDPR",
    },
    excessive: {
      name: "Excessive request",
      words: "your request is excessive",
      source: "Article 12(5) GDPR",
    },
    "identity-not-established": {
      name: "Identity not established",
      words: "we could not make sure that the request comes from the person concerned, and we will neither hand over nor change their data at somebody else’s request",
      source: "Article 12(2) and (6) GDPR",
    },
    "mandate-not-established": {
      name: "Mandate not established",
      words: "we have not received a document showing that you may act for the person concerned",
      source: "Article 12(2) and (6) GDPR",
    },
    "rights-of-others": {
      name: "Rights and freedoms of others",
      words: "giving you this would adversely affect the rights and freedoms of other people",
      source: "Articles 15(4) and 20(4) GDPR",
    },
    "legal-obligation": {
      name: "Legal obligation to keep the data",
      words: "the law requires us to keep this data",
      source: "Article 17(3)(b) GDPR",
    },
    "legal-claims": {
      name: "Legal claims",
      words: "this data is needed to establish, exercise or defend legal claims",
      source: "Article 17(3)(e) GDPR",
    },
    "freedom-of-expression": {
      name: "Freedom of expression and information",
      words: "this data is needed for the exercise of the freedom of expression and information",
      source: "Article 17(3)(a) GDPR",
    },
    "conditions-not-met": {
      name: "Conditions of the right not met",
      words: "the conditions the law sets for this right are not met in your situation",
      source: "the article that provides for this right",
    },
    "compelling-grounds": {
      name: "Compelling legitimate grounds",
      words: "compelling legitimate grounds, which here override your interests, rights and freedoms, make this processing necessary",
      source: "Article 21(1) GDPR",
    },
    "death-or-heirship-not-established": {
      name: "Death or heirship not established",
      words: "the law reserves this for the heirs and for the person the deceased named, and we do not yet have a document establishing both the death and your standing",
      source: "Article 85 of the French Data Protection Act and Article 124 of decree no. 2019-536",
    },
    "contrary-directive": {
      name: "Contrary instructions of the deceased",
      words: "the person who died left instructions against it, and we must respect their wishes",
      source: "Article 85(I) of the French Data Protection Act",
    },
    "exceeds-estate-purpose": {
      name: "Beyond the settlement of the estate",
      words: "this goes beyond what is needed to organise and settle the estate",
      source: "Article 85(II) of the French Data Protection Act",
    },
    "correspondence-secrecy": {
      name: "Secrecy of correspondence",
      words: "these exchanges are private correspondence, which the law does not let us disclose freely",
      source: "Article 85(II) of the French Data Protection Act",
    },
    "heirs-disagree": {
      name: "Heirs disagree",
      words: "the heirs do not agree with one another; until they do, or a judge has decided, we only do what harms no one",
      source: "Article 85(II) of the French Data Protection Act",
    },
  },
  restrictionGround: {
    "accuracy-contested": {
      name: "Accuracy contested",
      words: "I think this data is wrong, for the time you need to check it",
      source: "Article 18(1)(a) GDPR",
    },
    "unlawful-processing": {
      name: "Unlawful processing, restriction preferred to erasure",
      words: "You have no right to use this data, but I would rather you kept it without using it",
      source: "Article 18(1)(b) GDPR",
    },
    "legal-claims": {
      name: "Needed for legal claims",
      words: "You no longer need this data, but I need it to defend my rights",
      source: "Article 18(1)(c) GDPR",
    },
    "objection-pending": {
      name: "Objection being examined",
      words: "I have objected to this processing and am waiting for your decision",
      source: "Article 18(1)(d) GDPR",
    },
  },
  doubtGround,
  proofKind: {
    "identity-card": "Identity card",
    passport: "Passport",
    "residence-permit": "Residence permit",
    "driving-licence": "Driving licence",
    mandate: "Mandate, court decision or family record book",
    "death-certificate": "Death certificate",
    "heirship-proof": "Deed of heirship, family record book or statement signed by the heirs",
    directive: "Instructions that name you",
    other: "Another document",
  },
  proofRejection: {
    unreadable: {
      staff: "Unreadable",
      letter: "we were not able to read it",
      help: "A photograph taken close up, in daylight and without glare, is enough.",
    },
    "wrong-person": {
      staff: "About another person",
      letter: "it bears another name than the request",
      help: "If your name has changed, tell us in a message and add a document that shows both names.",
    },
    expired: {
      staff: "Expired",
      letter: "it is no longer valid",
      help: "Another document that is still valid will do as well: identity card, passport, residence permit or driving licence.",
    },
    "not-enough": {
      staff: "Does not settle the doubt",
      letter: "it is not enough, on its own, to settle the doubt",
      help: "An official document in your name, or something nobody else knows, such as a recent order number, would help us.",
    },
    "wrong-kind": {
      staff: "Wrong kind of document",
      letter: "it is not the kind of document we asked for",
      help: "Write to us if you are unsure: we will tell you which document will do.",
    },
  },
  verificationMethod: {
    "email-code": "Code sent to the e-mail address on file",
    "known-facts": "Customer or order number and matching facts",
    document: "Document",
  },
  capacity: {
    designated: "The person the deceased named in their instructions",
    heir: "Heir",
    notary: "Notary in charge of the estate",
    relative: "Someone close to them, not an heir",
  },
  estateWish: {
    "stop-mailings": "Stop letters and messages",
    "close-account": "Close the account",
    "information-for-estate": "Obtain information useful for the estate",
    "digital-memories": "Recover digital keepsakes",
    "apply-directives": "Have the person’s instructions carried out",
    "update-data": "Update the data to reflect the death",
  },
  requesterKind: {
    "data-subject": "The person themselves",
    representative: "Someone acting for another (mandate, parent, guardian)",
    heir: "Someone close to a person who died",
  },
  consentPurpose: {
    newsletter: "E-mail newsletter",
    sms: "Advertising text messages",
    phone: "Advertising calls",
    "personalised-offers": "Personalised offers",
    "audience-cookies": "Audience measurement cookies",
    "advertising-cookies": "Advertising cookies",
    partners: "Sharing with our partners",
  },
  directiveKind: {
    conservation: "Keep my data",
    erasure: "Erase my data",
    communication: "Give my data to a person I name",
    "non-disclosure": "Give my data to nobody",
  },
  otherHeirs: {
    agree: "The other heirs agree, or there are none",
    unknown: "I do not know",
    disagree: "The heirs do not all agree",
  },
  destination: { me: "To me", "other-controller": "Directly to another company" },
  scope: { everything: "All my data", specific: "Only some of my data" },
  objectionKind: { marketing: "To advertising", other: "To another use" },
  filePurpose: {
    identity: "Identity document",
    mandate: "Mandate or authorisation",
    "death-certificate": "Death certificate",
    "heirship-proof": "Document that shows in what capacity you act",
    evidence: "Supporting document",
    "receipt-proof": "Proof of receipt",
    message: "File with a message",
    reply: "File with the reply",
    task: "File from a department",
    note: "File attached to an internal note",
  },
  proofPurpose: {
    identity: "An identity document",
    mandate: "A mandate or authorisation",
    "death-certificate": "A death certificate",
    "heirship-proof": "A document that shows heirship",
  },
  extensionReason: {
    "scattered-data": { staff: "Data spread over several tools or archives", letter: "the data are spread over several tools or archives, where they have to be looked up one by one" },
    "others-data": { staff: "Data of other people to protect", letter: "your data are mixed with those of other people, whom we must protect" },
    "needs-explaining": { staff: "Data that need work to be understood", letter: "your data need work before they can be understood" },
    "several-requests": { staff: "Several requests by the same person", letter: "you have sent us several requests, which we handle together" },
    "amount-of-data": { staff: "Much data (not enough alone)", letter: "there is much data to gather" },
  },
  state: {
    new: "New",
    "awaiting-identity": "Identity requested",
    "identity-to-check": "Document to check",
    "in-progress": "In progress",
    "awaiting-answer": "Question asked",
    answered: "Answered",
    "message-after-reply": "Message after the reply",
    merged: "Merged into another",
    withdrawn: "Withdrawn",
  },
  stage: {
    ask: "Request sent",
    check: "Taken up and checked",
    handle: "Your request examined",
    reply: "Reply being written",
    retain: "Finished",
  },
  waitingFor: {
    staff: "Our turn to act",
    requester: "Waiting for the person",
    department: "Waiting for a department",
    nobody: "Nothing outstanding",
  },
  event: {
    RequestFiled: "Request received",
    RequestImported: "Taken over from another register",
    ReceiptProofAdded: "Proof of receipt added",
    AddressRecorded: "Address of the person recorded",
    EmailCodeUsed: "Space opened with a code sent to the address of the request",
    EvidenceRecorded: "Compared with our own data",
    CaseTaken: "Request taken",
    CaseAssigned: "Request assigned",
    CaseMoved: "Request moved to another team",
    IdentityRequested: "Proof of identity or capacity requested",
    IdentityReceived: "Documents received",
    IdentityAccepted: "Identity established, no document kept",
    IdentityRejected: "Documents not accepted, destroyed",
    IdentityLapsed: "Nothing came; the request for proof has ended, the time limit runs again",
    DirectivesEnded: "The instructions have ended",
    IncidentLinked: "Incident",
    IncidentTold: "Common message sent",
    QuestionAsked: "Question put to the person",
    MessageReceived: "Message from the person",
    ClarificationRequested: "Clarification asked of the person",
    DeadlineExtended: "Time limit extended",
    NoteAdded: "Internal note",
    ClaimDecided: "Decision taken",
    ReplyDrafted: "Draft reply saved",
    ReplySent: "Reply sent, request closed",
    RequestReopened: "Request taken up again after a refusal for want of proof",
    AnotherRightAsked: "Another right asked for, in a request of its own",
    RequestMerged: "Merged into an older request",
    DuplicateTaken: "A later request that repeats this one was merged into it",
    RequestWithdrawn: "Request withdrawn by the person",
    FileRefusedAsUnsafe: "File found unsafe by the antivirus, destroyed",
    ProofsExpired: "Documents destroyed after thirty days, undecided",
    SignalRaised: "Signal: to be looked at, decides nothing",
    ZoneChecked: "Machine-readable zone checked",
    TaskAsked: "Asked of a department",
    TaskAnswered: "Answer of a department",
    TaskWithdrawn: "Nothing left to do for a department",
    TaskLinkSent: "Another link sent to a department",
    TaskFileRefused: "File from a department found dangerous by the antivirus, destroyed",
    LetterSent: "E-mail sent",
    LetterFailed: "E-mail refused by the recipient’s server",
    LetterPosted: "Letter handed to the post",
    CaseFilePurged: "Case data erased at the end of its retention",
    DueDateMoved: "Due date computed anew",
  },
  publicEvent: {
    RequestFiled: "We received your request",
    RequestImported: "We received your request",
    CaseAssigned: null,
    IncidentLinked: null,
    CaseMoved: null,
    CaseTaken: "Someone in our team is looking after your request",
    IdentityRequested: "We asked you for a document",
    IdentityReceived: "We received your documents",
    IdentityAccepted: "The check is done; no document is kept from it",
    IdentityRejected: "What you sent could not be accepted; it has been destroyed",
    IdentityLapsed: "We received nothing; the time limit runs again",
    DirectivesEnded: "Your instructions were carried out or revoked",
    IncidentTold: "We wrote to you",
    QuestionAsked: "We asked you a question",
    MessageReceived: "We received your message",
    ClarificationRequested: "We asked you to specify your request",
    DeadlineExtended: "We extended the time limit for our reply",
    EmailCodeUsed: null,
    EvidenceRecorded: null,
    NoteAdded: null,
    ClaimDecided: null,
    ReplyDrafted: null,
    ReplySent: "We replied to you",
    RequestReopened: "We took your request up again",
    AnotherRightAsked: "You asked for something else, in a request of its own",
    RequestMerged: "We answer it together with your older request",
    DuplicateTaken: "A later request that repeated this one was joined to it",
    RequestWithdrawn: "You withdrew your request",
    FileRefusedAsUnsafe: "For safety, a file could not be kept; it has been destroyed",
    ProofsExpired: "Your documents were destroyed unchecked: we keep none for more than thirty days",
    SignalRaised: null,
    ZoneChecked: null,
    TaskAsked: null,
    TaskAnswered: null,
    TaskWithdrawn: null,
    TaskLinkSent: null,
    TaskFileRefused: null,
    LetterSent: null,
    LetterFailed: null,
    LetterPosted: null,
    ReceiptProofAdded: null,
    AddressRecorded: null,
    CaseFilePurged: null,
    DueDateMoved: "The date of our answer was computed anew",
  },
  channel,
  cameBy,
  step: (step, format) => steps[step.rule](step, format),
  role: {
    agent: "Agent",
    dpo: "Data protection officer",
    administrator: "Administrator",
    auditor: "Auditor",
  },
};
