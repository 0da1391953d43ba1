import { expect, test } from "vitest";
import { dayWords } from "./dates";
import { messages } from "./messages";
import type { Locale } from "./locale";
import { calendarDate } from "@/lib/law/calendar";
import { type Step, stepRules } from "@/lib/law/time-limit";
import { refusalCodes } from "@/lib/request/refusal";

const locales: Locale[] = ["fr", "en"];

test.each(locales)("every rule of the clock has a sentence that names its date (%s)", (locale) => {
  const on = calendarDate("2027-03-01");
  for (const rule of stepRules) {
    const step: Step = { rule, source: "gdpr-12-3", before: on, after: on, since: on, until: on, days: 3, months: 2, holiday: "easter-monday", about: "identity" };
    const said = messages(locale).law.step(step, { date: (date) => dayWords(date, locale) });
    expect(said, rule).toContain(dayWords(on, locale));
    expect(said).not.toMatch(/undefined|null|\s\s|\s\./);
    expect(said).toMatch(/\.$/);
    expect(said, "nobody speaks: the clock may be another company's").not.toMatch(/\b(nous|nos|we|us|our)\b/i);
  }
});

test.each(locales)("a request for proof tells its doubt and the rule by which it counts (%s)", (locale) => {
  const on = calendarDate("2027-03-01");
  const { step: say, doubtGround } = messages(locale).law;
  const said = (asked: Step["asked"]) => say({ rule: "identity-pause", source: "edpb-01-2022", before: on, after: on, since: on, until: on, days: 3, about: "identity", asked }, { date: (date) => dayWords(date, locale) });
  const limit = { grounds: ["email-unknown"], afterDays: 2, limitDays: 7 } as const;
  for (const why of [undefined, "follow-up", "credited-late"] as const) {
    const sentence = said({ ...limit, ...(why && { why }) });
    expect(sentence).toContain(doubtGround["email-unknown"].letter);
    expect(sentence).toMatch(/\.$/);
    expect(sentence).not.toMatch(/undefined|\s\s|\.\./);
  }
  expect(said(limit)).toMatch(locale === "fr" ? /2 jours après la réception.*7 jours au plus/ : /2 days after receipt.*7 days at most/);
  expect(said({ ...limit, afterDays: 0 })).toMatch(/jour même|very day/);
});

test("French writes the first of a month 1er", () => {
  expect(dayWords("2027-03-01", "fr")).toBe("lundi 1er mars 2027");
});

test.each(locales)("every refusal says what to do, in a sentence (%s)", (locale) => {
  for (const code of refusalCodes) expect(messages(locale).errors.refusal[code].message).toMatch(/^\p{Lu}.{15,}\.$/u);
});
