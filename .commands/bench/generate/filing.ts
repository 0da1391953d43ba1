/** How a request begins: through the form, or recorded by staff from a mail, a letter or a call. */
import type { Came } from "@/lib/request/ask/arrival-input";
import type { Draft, Typed } from "@/lib/request/ask/draft";
import { fileRequest, type Filing } from "@/lib/request/ask/file-request";
import { recordRequest } from "@/lib/request/ask/record-request";
import type { Right } from "@/lib/law/rights";
import { addDays } from "@/lib/law/calendar";
import { personOf, textOf } from "./people";
import type { Random } from "./random";
import { clockAt } from "./telling";

type Begun = { filing: Filing; isRecorded: boolean };
const weights = { access: 38, erasure: 30, objection: 12, rectification: 6, portability: 4, restriction: 3, "withdraw-consent": 3, "human-review": 1.5, transfers: 1, "post-mortem-directive": 0.8, deceased: 0.7 } satisfies Record<Right, number>;
const beside: Partial<Record<Right, Right>> = { access: "erasure", erasure: "portability", rectification: "restriction" };

export function begin(random: Random, ms: number): Begun {
  const locale = random.is(0.88) ? "fr" : "en";
  const right = random.weighed(weights);
  const isPlain = right === "access" || right === "erasure" || right === "rectification" || right === "portability";
  if (isPlain && random.is(0.16)) return { filing: recorded(random, locale, right, ms), isRecorded: true };
  const second = random.is(0.2) ? beside[right] : undefined;
  const claims = [right, ...(second ? [second] : [])].map((each) => ({ id: random.id(), right: each, typed: answersTo(random, locale, each) }));
  const { name, email, postalAddress, customerNumber } = personOf(random);
  const isForOther = random.is(0.03);
  const about = { name, email, postalAddress: random.is(0.3) ? postalAddress : "", customerNumber: random.is(0.4) ? customerNumber : "", onBehalf: isForOther ? "other" : "self", representedName: isForOther ? personOf(random).name : "" };
  const draft: Draft = { locale, claims, about, documentsSeen: true };
  const { at, today } = clockAt(ms);
  const filing = fileRequest({ draft, files: [], now: at.toISOString(), today, newId: () => random.id() });
  if ("refused" in filing) throw new Error(`${right}: ${filing.refused}`);
  return { filing, isRecorded: false };
}

/** Typed in by staff the day after it came; some letters come from people without an e-mail address. */
function recorded(random: Random, locale: "fr" | "en", right: Right, ms: number): Filing {
  const { policy, today } = clockAt(ms);
  const channel = random.weighed({ email: 55, post: 30, telephone: 12, counter: 3 });
  const person = personOf(random);
  const isByPost = channel === "post" && random.is(0.3);
  const came: Came = { channel, cameOn: addDays(today, -1), arrival: channel === "post" ? { post: { kind: "ordinary" } } : {}, rights: [right], isRegistered: false };
  const told = { formKey: random.id(), locale, words: textOf(random, locale, 40 + random.below(120)), name: person.name, email: isByPost ? null : person.email, postalAddress: channel === "post" ? person.postalAddress : null, customerNumber: random.is(0.5) ? person.customerNumber : null, onBehalf: "self" as const, behalfOf: null, trackingNumber: null };
  return recordRequest({ came, told: told as Parameters<typeof recordRequest>[0]["told"], policy, timeZone: "Europe/Paris", newId: () => random.id(), eventId: random.id(), follows: null });
}

/** What is typed into the form for a right. */
function answersTo(random: Random, locale: "fr" | "en", right: Right): Typed {
  const text = () => textOf(random, locale, 8 + random.below(70));
  const maybe = () => (random.is(0.7) ? text() : "");
  const order = () => `CMD-2026-${10_000 + random.below(89_999)}`;
  switch (right) {
    case "access":
    case "erasure":
      return random.is(0.6) ? { scope: "everything", details: maybe() } : { scope: "specific", details: text() };
    case "rectification":
      return { field: random.one(["Nom", "Adresse", "Date de naissance", "Téléphone"]), wrongValue: textOf(random, locale, 3), rightValue: textOf(random, locale, 4) };
    case "restriction":
      return { ground: random.one(["accuracy-contested", "legal-claims", "unlawful-processing"]), details: text() };
    case "portability":
      return { destination: "me" };
    case "objection":
      return random.is(0.6) ? { kind: "marketing", address: personOf(random).email } : { kind: "other", processing: textOf(random, locale, 10), situation: text() };
    case "withdraw-consent":
      return { purposes: ["newsletter", "sms"], address: personOf(random).email };
    case "human-review":
      return { orderNumber: order(), view: text() };
    case "transfers":
      return { details: maybe() };
    case "post-mortem-directive":
      return { instructions: ["erasure", "non-disclosure"], details: text(), consent: "yes" };
    case "deceased":
      return { name: personOf(random).name, diedOn: "2023-03-02", placeOfDeath: "Albi", lastCountry: "France", capacity: "relative", relationship: textOf(random, locale, 3), wishes: ["stop-mailings"], otherHeirs: "unknown", details: maybe() };
  }
}
