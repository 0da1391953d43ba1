import type { letters as French } from "../fr/letters";

export const letters: typeof French = {
  greeting: "Hello,",
  reference: "Reference",
  open: "Open my request",
  howToOpen: "To open your request online, all you need is its reference and a six-digit code that we send to this address. There is no password.",
  noReply: "Please do not reply to this e-mail, and never send documents by e-mail: your request’s own page is safer.",
  answerTitle: "How to answer us",
  answer: (controller, address, email, reference) => `Write to ${controller}, ${address}, or to ${email}, and give the reference ${reference}. Never send an identity document by e-mail.`,
  whoTitle: "Who answers you",
  dpoTeam: "the data protection team",
  who: (controller, dpo, email) => `${controller} is responsible for this data and will reply to you. For any question about its protection, you can write to ${dpo}: ${email}.`,
  footer: (controller, address) => [controller, address, "Automatic message about a request we received. If you did not make this request, please tell us."],
  cnil: "If you are not satisfied with our reply, or it does not come in time, you can lodge a complaint with the CNIL (3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, France) or with the authority of the country where you live or work.",

  receipt: {
    subject: (reference) => `We have received your request ${reference}`,
    lead: "We have received your request.",
    leadDeceased: "We have received your request, and we offer you our sincere condolences.",
    keep: { mail: "Keep this e-mail: it proves that you sent it, and when.", paper: "Keep this letter: it proves that you sent it, and when." },
    keepRecorded: { mail: "Keep this e-mail: it proves that we received it, and on which day.", paper: "Keep this letter: it proves that we received it, and on which day." },
    atOnce: {
      all: "Your request takes effect without waiting for this date: there is nothing else you need to do. Something already sent may still reach you.",
      part: "Part of your request takes effect without waiting for this date: withdrawing consent, stopping advertising, or freezing your data while something is checked.",
    },
    overdueAddress: "This date has already passed, and we could not write to you until now. We apologise for that, and will reply as soon as we can.",
    overdue: "This date has already passed: your request did not reach our team in time. We apologise for that, and will reply as soon as we can.",
    receivedAt: "Received on",
    asked: "What you asked for",
    dueOn: "Reply due by",
    whyTitle: "Why this date",
    nextTitle: "What comes next",
    next: {
      mail: "A member of our team will look at your request. If we need anything, we will ask you on your request’s page. Our reply will be there too, and you can write to us, add a document or withdraw your request there at any time.",
      paper: "A member of our team will look at your request. If we need anything, we will write to you; our reply will come by post too. You can write to us, add a document or withdraw your request at any time.",
    },
  },

  identityRequest: {
    subject: (reference) => `A document is needed for your request ${reference}`,
    subjectAgain: (reference) => `We still need a document for your request ${reference}`,
    lead: "Before we reply, we must make sure that we hand nothing to the wrong person. This is what still keeps us from being certain:",
    leadAgain: (reason) => `Thank you for what you sent. Unfortunately we could not accept it: ${reason}. It has been destroyed, and we ask you to send again what is missing. This is what still keeps us from being certain that we reply to the right person:`,
    enoughTitle: "What is enough",
    enough: "One of these documents is enough:",
    enoughAll: "Please send us:",
    oneOf: (kinds) => `${kinds.join(", ")}: one of these documents`,
    maskTitle: "What you may hide",
    mask: {
      identity: "On an identity document, cover what is not needed: the photograph, the signature, the document number and the lines of letters and digits at the bottom. The names and the date of validity must stay readable; cover the date of birth too if you have never given it to us. If you like, write the reference of the request and the date across the page.",
      mandate: "On a mandate, a court decision or a family record book, cover what does not concern this request, and document and account numbers. Both your names, the date and the signature must stay readable.",
      "death-certificate": "On a death certificate, cover parentage and notes that we do not need. The name, the date and the place of death must stay readable.",
      "heirship-proof": "On a deed of heirship, a family record book or a statement of the heirs, cover other people and their addresses, and the assets and amounts of the estate. Your name, that of the person who died and the date must stay readable.",
      directive: "On directives, cover what does not concern personal data. Your name, that of the person who died, the date and the signature must stay readable.",
      other: "On any other document, cover what does not serve this check. The names and the date must stay readable.",
    },
    kept: {
      mail: (marks) => `What you send is encrypted, seen only by the team that handles requests, and destroyed as soon as we have checked it. We keep no copy; only, for ${marks}, an encrypted fingerprint by which a second one is noticed, and from which the picture cannot be seen again.`,
      paper: () => "What you send is seen only by the team that handles requests, and destroyed as soon as we have checked it. We keep no copy.",
    },
    suspended: (since, startsAnew) => `The time limit for our reply has been suspended since ${since}, until we receive what we ask for here: without it we cannot know whom we are replying to. It then ${startsAnew ? "starts again from the beginning" : "resumes where it left off"}.`,
    notSuspended: (due) => `The time limit is not suspended: we will reply by ${due} at the latest.`,
    overdue: "This does not suspend the time limit for our reply, which has already passed. We apologise for that, and will reply as soon as we can.",
    dueIfToday: "Reply, if we received it today, due by",
    dueOn: "Reply due by",
    lapses: (on) => `If nothing has reached us by ${on}, we may have to reply that we cannot act on your request. The document may still reach us after that: we will then take your request up again.`,
    howTitle: "How to send it",
    how: { mail: "On your request’s page, and never by e-mail.", paper: "By post, to the address at the end of this letter, and never by e-mail. Send a copy, never the original." },
    button: "Send the document",
    otherWay: {
      mail: "If you do not have these documents, or would rather do it another way, write to us on your request’s page and we will find a way together.",
      paper: "If you do not have these documents, or would rather do it another way, write to us and we will find a way together.",
    },
  },

  identityAccepted: {
    subject: (reference) => `Check done for your request ${reference}`,
    lead: (marks) => `Thank you. The check is done, and the documents you sent for it have been destroyed. We keep their type, the date, the name of the person who checked and, for ${marks} after they were sent, an encrypted fingerprint from which the picture cannot be seen again, only a second copy be noticed.`,
    leadWithout: "The check is done, and you do not need to send any document. We only note how we checked, when, and who did it.",
    dueOn: "Reply due by",
  },

  identityRejected: {
    subject: (reference) => `What you sent for request ${reference} could not be accepted`,
    lead: (reason) => `Thank you for what you sent. Unfortunately we could not accept it: ${reason}. It has been destroyed; if there were several documents, all of them have been, and we ask you to send them again together.`,
    next: { mail: "You can send documents again from your request’s page, or write to us there if you are unsure.", paper: "You can send documents again by post, or write to us if you are unsure." },
    button: "Send documents again",
    dueOn: "Reply due by",
  },

  identityLapsed: {
    subject: (reference) => `We are still waiting for a document for your request ${reference}`,
    lead: (since) => `On ${since} we asked you for what we need to be sure of replying to the right person. Nothing has reached us so far of what we had asked for:`,
    resumed: "The time limit for our reply, suspended since that day, runs again from today. You will have a reply within it, whatever happens.",
    otherwise: "If nothing comes by then, we will have to reply that we cannot act on your request, since we do not know whom we are replying to. That reply will say how to contest it.",
    stillTitle: "There is still time",
    still: {
      mail: "You can send this document at any time from your request’s page, never by e-mail: we will look at it. It may even come after our reply: we will then take your request up again.",
      paper: "You can send a copy of this document by post at any time, never by e-mail: we will look at it. It may even come after our reply: we will then take your request up again.",
    },
    button: "Send the document",
    difficulty: {
      mail: "If you do not have this document, or sending it is difficult for you, tell us on your request’s page: we will look for another way with you.",
      paper: "If you do not have this document, or sending it is difficult for you, tell us: we will look for another way with you.",
    },
    dueOn: "Reply due by",
  },

  requestMerged: {
    subject: (reference, into) => `One reply to your requests ${reference} and ${into}`,
    lead: (reference, into, on) => `Your request ${reference} repeats what you had already asked in request ${into}, received on ${on}:`,
    once: "We reply once, within the time limit of the older one. What you wrote in both is read.",
    older: "Request that goes on",
    dueOn: "Reply due by",
    rest: (on) => `The rest of this request takes its course, with a reply by ${on}:`,
    closed: (reference) => `Request ${reference} is therefore closed; you have nothing to do.`,
    different: "If you asked for two different things, tell us: we will deal with each.",
  },

  requestReopened: {
    subject: (reference) => `We are taking up your request ${reference} again`,
    lead: "We had replied that we could not act on your request, since we could not be sure of replying to the right person. We are taking it up again.",
    proof: (on) => `What was missing reached us on ${on}. We are checking it without delay.`,
    staff: "We can now be sure without the document we had asked you for: you have nothing to send.",
    dueOn: "Reply due by",
    taken: "What we are taking up again:",
    rest: "Our reply on the rest of your request does not change.",
    month: "We have one month from that day to reply, as for a request that had just arrived.",
    goesOn: "The time limit runs from the day we received your request; if it has passed, we apologise and will reply as soon as we can.",
    earlier: "Our first reply stays on your request’s page.",
  },

  proofsExpired: {
    subject: (reference) => `Your documents for request ${reference} have been destroyed`,
    lead: "The documents you sent for this request were destroyed before we had checked them: we keep none for more than thirty days. The delay is ours, and we apologise for it.",
    again: {
      mail: "We still need them to reply to you. Please send them again from your request’s page, never by e-mail: they will be looked at without delay. If that is difficult for you, write to us on that page.",
      paper: "We still need them to reply to you. Please send a copy of them again by post, never by e-mail: they will be looked at without delay. If that is difficult for you, write to us.",
    },
    notNeeded: "You have nothing to send again: your request does not depend on these documents.",
    nothingLost: "Nothing else is lost: your request stays as you made it, and the time limit for our reply is not made longer.",
    button: "Send the documents",
    dueOn: "Reply due by",
  },

  question: {
    subject: (reference) => `A question about your request ${reference}`,
    lead: { mail: "To give you a good reply, we have a question. It is on your request’s page, where you can also answer it.", paper: "To give you a good reply, we have a question:" },
    clock: (due) => `The time limit keeps running: our reply is still due by ${due} at the latest.`,
    button: "Read the question",
    afterReply: {
      subject: (reference) => `A message about your request ${reference}`,
      lead: { mail: "You have already had our reply to this request. We are writing to you about it: the message is on your request’s page.", paper: "You have already had our reply to this request. We are writing to you about it:" },
      button: "Read the message",
    },
  },

  incident: {
    subject: (reference) => `A message about your request ${reference}`,
    lead: { mail: "Several people have written to us about the same event. Our message about where we stand is on your request’s page.", paper: "Several people have written to us about the same event. This is where we stand:" },
    clock: (due) => `This message does not replace the reply to your request, which you will have by ${due} at the latest. There is nothing you need to do.`,
    goesOn: "This message does not replace the reply to your request, which goes on.",
    button: "Read the message",
  },

  clarificationRequest: {
    subject: (reference) => `Your request ${reference}: could you be more specific?`,
    lead: {
      mail: "You asked to know your data, and we have much of it. So that we can first send you what matters to you, we ask you to specify your request. Our message is on your request’s page.",
      paper: "You asked to know your data, and we have much of it. So that we can first send you what matters to you, we ask you to specify your request:",
    },
    free: "You may also answer that you want everything: we will then send you everything.",
    clock: (due) => `The time limit keeps running: our reply is still due by ${due} at the latest.`,
    suspended: (since, due) => `The time limit for our reply has been suspended since ${since}, until you answer. If we received your answer today, ours would be due by ${due} at the latest.`,
    button: "Specify my request",
  },

  extensionNotice: {
    subject: (reference) => `More time for your request ${reference}`,
    lead: (months) => `We need more time to reply to you properly. The law allows it where a request is complex, or where you have made several; we extend the time limit by ${months === 1 ? "one month" : "two months"}, and we apologise for that.`,
    why: "This is why:",
    more: { mail: "We tell you more on your request’s page.", paper: "More precisely:" },
    was: "Date planned until now",
    dueOn: "Reply due by",
    law: "The time limit can be extended only once, by two months at most (Article 12(3) GDPR). If we can reply sooner, we will.",
    button: "Open my request",
  },

  messageReceived: {
    subject: (reference) => `We have received your message (${reference})`,
    subjectFiles: (reference) => `We have received your documents (${reference})`,
    lead: "Your message has reached us and is now part of your request.",
    resumed: "The time limit for our reply, suspended while we waited for these documents, is running again: the date above takes that into account.",
    resumedClarification: "The time limit for our reply, suspended while we waited for this, runs again: the date above takes it into account.",
    leadRecorded: (how, on) => `What you told us or wrote to us (${how}, on ${on}) has been added to your request.`,
    leadSeen: (how, on) => `We have seen the documents you showed us or sent us (${how}, on ${on}). We keep no copy.`,
    leadFiles: "Your documents have reached us. We will check them, then destroy them.",
    dueOn: "Reply due by",
  },

  replyAvailable: {
    subject: (reference) => `The reply to your request ${reference} is ready`,
    subjectPaper: (reference) => `Reply to your request ${reference}`,
    enclosed: "Enclosed with this letter:",
    lead: "We have replied to your request. So that nobody else reads it, the reply is waiting on your request’s page.",
    answeredOn: "Replied on",
    button: "Read the reply",
    files: "Remember to save the files that come with it: they are erased from your request’s page after thirty days. The text of the reply stays.",
    remedies: "The reply also says how you can contest it. If anything is unclear, write to us from your request’s page.",
  },

  withdrawalNoted: {
    subject: (reference) => `Your request ${reference} is withdrawn`,
    lead: "As you wished, your request is withdrawn. We take no further action on it. If you had sent documents to prove your identity or your standing, they have been destroyed.",
    withdrawnOn: "Withdrawn on",
    again: "You can make a new request whenever you like: nothing prevents it.",
    mistake: "Was this not you? Please tell us without delay.",
    button: "Make a new request",
  },

  fileRefused: {
    subject: (reference) => `A file of your request ${reference} could not be kept`,
    lead: "We received what you sent. Our automatic check found that one of the files might be unsafe: as a precaution nobody opened it, and it has been destroyed. This can happen through no doing of yours, for instance when another program has changed a file.",
    next: {
      mail: "Your request goes on. If the document is useful to it, take a new picture and send it from your request’s page, or write to us.",
      paper: "Your request goes on. If the document is useful to it, write to us: we will look for another way to receive it.",
    },
    leadReply: "Our automatic check found that one of the files attached to our reply might be unsafe. As a precaution nobody could open it, and it has been destroyed.",
    nextReply: {
      mail: "The text of the reply stays on your request’s page. There is nothing you need to do, and we will write to you about this file.",
      paper: "The text of the reply stays the same. There is nothing you need to do, and we will write to you about this file.",
    },
    dueOn: "Reply due by",
  },

  followCode: {
    subject: "Your code to open your request",
    lead: "Here is the code to type on the page where you asked for it.",
    code: "Code",
    life: "It works once and stays valid for ten minutes. If you have closed the page, ask for a new code.",
    notYou: "Did you not ask for this? You can ignore this message: without this code, nobody can open your request. We will never ask you for it by telephone or e-mail.",
  },
};
