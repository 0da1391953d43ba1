import type { signals as french } from "../fr/signals";

const field = { number: "number", birth: "date of birth", expiry: "date of validity", optional: "optional data", whole: "the whole" };

export const signals: typeof french = {
  title: "Signals",
  lead: "What the machine has noticed, or a colleague who compared. Nothing depends on it: no time limit, no decision. A signal alone is no reasonable doubt about identity (GDPR Art. 12(6)). The person does not see it.",
  signal: {
    "same-picture": {
      name: "A picture already received in another request",
      says: "A document of this request and one of the other are exactly the same picture.",
      not: "This is no fraud in itself: a relative helps several people, a lawyer attaches the same mandate, somebody has a new e-mail address.",
      todo: "Open the other request and compare the names. If they differ for no visible reason, ask the person.",
    },
    "similar-picture": {
      name: "A picture very close to one received in another request",
      says: "A document of this request looks much like one of the other: made smaller, compressed again or cropped a little, it would be the same picture.",
      not: "Likeness is computed without the picture, whether destroyed or not: two documents of one model with nearly everything covered may be taken for one.",
      todo: "Open the other request and compare the names. With nothing else to go by, leave it aside.",
    },
    "blank-picture": {
      name: "A picture on which nothing can be seen",
      says: "All pages of a document are of one shade.",
      not: "Most often the upload went wrong, or everything was covered by mistake.",
      todo: "Look at the document. If it cannot be read, reject it for that reason: the person can send it again.",
    },
    "tiny-picture": {
      name: "A picture too small to be read",
      says: "The longer side of a document has fewer than 400 pixels.",
      not: "Often a thumbnail sent instead of the photo.",
      todo: "Look at the document. If it cannot be read, reject it for that reason: the person can send it again.",
    },
    "many-from-one-network": {
      name: "More than five requests from one network in a day",
      says: "Before this one, at least five requests came from the same network within twenty-four hours. Its address is not kept.",
      not: "A company, a school, a charity or a mobile operator share a network. A request is not excessive because others come from the same place.",
      todo: "Treat it like the others. If several recent requests are alike word for word, tell the DPO.",
    },
    "other-email": {
      name: "An e-mail address other than the order's",
      says: "A colleague compared: the address of the request is not the one we know for this customer.",
      not: "People change their address, order with a relative's, keep one for formalities. The address alone does not tell who writes.",
      todo: "See whether an order number and a postcode agree, or ask the person. Send nothing to the known address that gives the request away.",
    },
    "zone-digits": {
      name: "Check digits do not fit",
      says: "In the machine-readable zone that was typed, a sum does not give the printed digit.",
      not: "It is a typing slip before all: O and 0, I and 1, B and 8, or one chevron too many.",
      todo: "Read the zone again and type it once more below. If the result is the same, look at the document more closely.",
    },
    "zone-name": {
      name: "The machine-readable zone bears another name",
      says: "No word of the name given in the request is in the machine-readable zone.",
      not: "A pseudonym, a married name, a document attached by mistake or that of a representative explain it too.",
      todo: "Compare with the printed name. If it does differ, ask the person before you reject anything.",
    },
  },
  says: "What it says",
  not: "What it does not say",
  todo: "What to do",
  explained: "What it means, and what to do",
  other: (reference) => `Request ${reference}`,
  samePerson: "Both requests give the same e-mail address: most often, one person has written twice.",
  zone: {
    title: "Machine-readable zone visible? Check it",
    hint: "The lines of letters, digits and “<” at the bottom of a document. The person is advised to cover them: their absence says nothing.",
    label: "Lines of the zone",
    fieldHint: "As they are printed, chevrons included. They serve this sum and are then forgotten: only the result stays with the case.",
    submit: "Check the zone",
    result: "Last check",
    kind: { td1: "card, three lines", td2: "card, two lines", td3: "passport", "french-card": "French identity card from before 2021" },
    digits: (failed) =>
      failed.length === 0 ? "The check digits fit. Anybody can compute them: this does not prove that the document is genuine." : `Check digits that do not fit: ${failed.map((each) => field[each]).join(", ")}.`,
    verdict: { matches: "The name is the same.", "cannot-tell": "The name allows no conclusion.", differs: "The name has nothing in common with that of the request." },
    reason: {
      cut: "The zone cuts names that are too long.",
      "part-of-surname": "Only part of the surname is the same: a compound or married name.",
      "other-surname": "The first name is the same, the surname is not: a name of birth or of marriage.",
      "other-given-name": "The surname is the same, no first name is: another name in daily use, or a relative.",
      initial: "The request gives an initial only.",
      "other-script": "The name in the request is written in another alphabet.",
      "no-name-typed": "The request gives no name.",
      "no-name-in-zone": "The zone bears no name.",
      "nothing-in-common": "They share no word.",
    },
  },
};
