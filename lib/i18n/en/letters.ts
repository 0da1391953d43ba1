import type { letters as French } from "../fr/letters";

export const letters: typeof French = {
  greeting: "Hello,",
  reference: "Reference",
  open: "Open my space",
  howToOpen: "To open your space, all you need is your reference and a six-digit code that we send to this address. No password is needed.",
  noReply: "Please do not reply to this e-mail, and never attach a document to it: your space is safer.",
  whoTitle: "Who answers you",
  who: (controller, dpo, email) => `${controller} is responsible for your data. ${dpo} follows your request; you can write to ${email}.`,
  footer: (controller, address) => [controller, address, "Automatic message about a request made on our pages. If you did not make this request, please tell us."],
  cnil: "If our answer does not suit you, or does not come in time, you can lodge a complaint with the CNIL (3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, France) or with the authority of the country where you live or work.",

  receipt: {
    subject: (reference) => `We have received your request ${reference}`,
    lead: "We have received your request. Keep this e-mail: it proves that you sent it, and when.",
    leadDeceased: "We have received your request, and we offer you our sincere condolences. Keep this e-mail: it proves that you sent it, and when.",
    atOnce: "Your choice takes effect now, without waiting for this date: there is nothing else for you to do.",
    receivedAt: "Received on",
    asked: "What you ask for",
    dueOn: "Answer at the latest on",
    whyTitle: "Why this date",
    nextTitle: "What comes next",
    next: "Someone in our team looks into your request. If we need anything, we ask you in your space. You will find the answer there too, and at any time you can write to us, add a document or withdraw your request.",
  },

  identityRequest: {
    subject: (reference) => `A document is needed for your request ${reference}`,
    subjectAgain: (reference) => `We still need a document for your request ${reference}`,
    lead: "Before we answer, we must make sure that we do not give data to the wrong person. For your request, a doubt remains:",
    enoughTitle: "What is enough",
    enough: "One of these documents is enough:",
    enoughAll: "Please send us:",
    oneOf: (kinds) => `${kinds.join(", ")}: one of these documents`,
    maskTitle: "What you may hide",
    mask: "Cover everything that is not needed to recognise you: the photograph, the document number, the signature and the two or three lines of letters and digits at the bottom of the page. Your name must stay readable. If you like, write the reference of the request and the date across it.",
    kept: "The document is encrypted as soon as you send it, seen only by the team handling your request, and destroyed once the check is done. We keep no copy.",
    suspended: (since) => `The time to answer has been suspended since ${since}, until we receive the document. It then goes on from where it stopped.`,
    notSuspended: (due) => `The time to answer is not suspended: we will answer you by ${due} at the latest.`,
    dueIfToday: "Answer, if we received it today, at the latest on",
    dueOn: "Answer at the latest on",
    lapses: (on) => `Without a document from you by ${on}, we may have to answer that we cannot act on your request. You can always take it up again.`,
    howTitle: "How to send it",
    how: "From your space, and never by e-mail.",
    button: "Send the document",
    otherWay: "You have none of these documents, or would rather do it another way? Write to us in your space and we will look for one with you.",
  },

  identityAccepted: {
    subject: (reference) => `Check done for your request ${reference}`,
    lead: "Thank you. The check is done and your documents have been destroyed: only the date and the way we checked remain.",
    dueOn: "Answer at the latest on",
  },

  identityRejected: {
    subject: (reference) => `The document sent for your request ${reference} could not be accepted`,
    lead: (reason) => `Thank you for sending it. Unfortunately we could not accept this document: ${reason}. It has been destroyed.`,
    next: "You can send another one from your space.",
    button: "Send another document",
    dueOn: "Answer at the latest on",
  },

  question: {
    subject: (reference) => `A question about your request ${reference}`,
    lead: "To answer you well, we have a question. It is waiting in your space, where you can also answer us.",
    clock: (due) => `Time goes on running: our answer is still due on ${due} at the latest.`,
    button: "Read the question",
  },

  messageReceived: {
    subject: (reference) => `We have received your message (${reference})`,
    subjectFiles: (reference) => `We have received your documents (${reference})`,
    lead: "Your message has reached us and is now part of your request.",
    leadFiles: "Your documents have reached us. We check them; those that prove an identity are destroyed straight afterwards.",
    dueOn: "Answer at the latest on",
  },

  replyAvailable: {
    subject: (reference) => `The answer to your request ${reference} is here`,
    lead: "We have answered your request. So that nobody else reads it, the answer and its files are waiting in your space.",
    answeredOn: "Answered on",
    button: "Read the answer",
    remedies: "The answer also says how you can contest it. If anything is unclear, write to us from your space.",
  },

  withdrawalNoted: {
    subject: (reference) => `Your request ${reference} is withdrawn`,
    lead: "As you wished, your request is withdrawn. We take no further action on it, and the identity documents you had sent have been destroyed.",
    withdrawnOn: "Withdrawn on",
    again: "You can make a new request whenever you like: nothing stands against it.",
    mistake: "It was not you? Please tell us without delay.",
    button: "Make a new request",
  },

  followCode: {
    subject: "Your code to open your space",
    lead: "Here is the code to type on the page where you asked for it.",
    code: "Code",
    life: "It works once and stays valid for ten minutes. If the page is closed, ask for a new code.",
    notYou: "You asked for nothing? You can ignore this message: without this code, nobody opens your space. We will never ask you for it by telephone or e-mail.",
  },
};
