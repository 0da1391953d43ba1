import type { related as French } from "../fr/related";

export const related: typeof French = {
  another: {
    link: "Ask for something else",
    title: "Ask for something else",
    lead: (reference) => `This will be a request of its own, with its own reference and its own time limit of one month. Your request ${reference} and its time limit do not change.`,
    known: "We use what you have already told us about yourself: you can read it again before you send.",
    which: "What would you like to ask for?",
    submit: "Continue",
    begun: "A request you began has not been sent yet",
    begunHint: "Beginning another one here erases it.",
    begunGoOn: "Go back to the one you began",
  },
  mergedInto: "It goes on in your request",
  title: "Other requests of this person",
  how: {
    "asked-later": "Asked for later, in a request of its own",
    "asked-before": "The request it adds to",
    "merged-into": "This one was merged into it",
    joined: "Merged into this one",
  },
  sameAddress: "From the same e-mail address",
  sameRight: "Same right",
  columns: { reference: "Reference", rights: "Rights", received: "Received on", due: "Due", state: "State" },
  joinedTitle: (reference) => `Asked again in ${reference}`,
  merge: "Merge with another request",
  mergeHint: "When the same person asks for the same thing twice. The request received first is kept, with its time limit; what else the other asks for stays there, with its own. The person is told. Internal notes do not come along. This cannot be undone.",
  other: "Reference of the other request",
  mergeSubmit: "Merge the two requests",
  record: "Record that they ask for another right",
  recordHint: "A request of its own, with its own time limit",
  recordFrom: (reference) => `The same person as for request ${reference}. What is known of them is filled in already.`,
};
