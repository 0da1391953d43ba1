import { expect, test } from "vitest";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { addDays, calendarDate } from "@/lib/law/calendar";
import { rights } from "@/lib/law/rights";
import { digest, type DigestCase } from "./digest";
import { renderHtml } from "./render-html";
import { renderText } from "./render-text";

const today = calendarDate("2026-12-07");
const at = (days: number, more: Partial<DigestCase> = {}): DigestCase => ({ kind: "week", reference: "K7QF-2M95", rights: ["access"], dueOn: addDays(today, days), suspended: false, suspendedOn: null, hasLettersToPost: false, effectAtOnce: false, taskDueOn: null, isOwed: true, isAssigned: true, ...more });
const suspended = at(20, { kind: "suspension", suspended: true, suspendedOn: calendarDate("2026-11-05") });
const locales: Locale[] = ["fr", "en"];
const textOf = (cases: DigestCase[], locale: Locale = "fr") => {
  const letter = digest(cases, { locale, today });
  if (!letter) throw new Error("nothing to say");
  const options = { locale, baseUrl: "https://rights.example", footer: messages(locale).digest.footer("OPTIMAREST SAS", "31000 Toulouse") };
  return { ...letter, text: renderText(letter, options), html: renderHtml(letter, options) };
};

test("the subject counts, the most urgent first", () => {
  const cases = [at(-1), at(-4), at(0), at(1), at(2), at(6), at(6, { kind: "target" }), suspended];
  expect(textOf(cases).subject).toBe("2 demandes en retard, 1 à rendre aujourd’hui, 3 à rendre sous 7\u00a0jours, 1 à l’objectif interne, 1 au délai suspendu depuis longtemps");
  expect(textOf(cases, "en").subject).toBe("2 requests overdue, 1 due today, 3 due within 7 days, 1 at the internal target, 1 suspended for a long time");
  expect(textOf([at(1)]).subject).toBe("1 demande à rendre sous 7\u00a0jours");
});

test("a letter nobody has posted is spoken of even when the case is closed, without a date that no longer binds; posted since, it is not", () => {
  const answered = at(-9, { kind: "to-post", hasLettersToPost: true, isOwed: false });
  const { subject, text } = textOf([answered]);
  expect(subject).toBe("1 demande avec des lettres à poster");
  expect(text).toContain("- K7QF-2M95\u00a0: Accès – lettre à poster");
  expect(text).not.toContain("retard");
  expect(digest([{ ...answered, hasLettersToPost: false }, at(-9, { isOwed: false })], { locale: "fr", today })).toBeNull();
});

test("each group with its cases, the earliest date first, each with rights, date in words and its link", () => {
  const { text, html } = textOf([at(-1, { reference: "BBBB-2222" }), at(-3, { reference: "AAAA-2222", rights: ["access", "erasure"] }), at(1, { reference: "CCCC-2222", isAssigned: false }), suspended]);
  expect(text).toContain("- AAAA-2222\u00a0: Accès, Effacement – échéance le vendredi 4 décembre 2026 (en retard de 3\u00a0jours)\n  https://rights.example/office/requests/AAAA-2222\n- BBBB-2222");
  expect(text).toContain("CCCC-2222\u00a0: Accès – échéance le mardi 8 décembre 2026 (demain) – pas encore attribuée");
  expect(text).toContain("K7QF-2M95\u00a0: Accès – suspendu depuis le jeudi 5 novembre 2026");
  expect(text.indexOf("En retard")).toBeLessThan(text.indexOf("À rendre demain"));
  expect(html).toContain('<a href="https://rights.example/office/requests/AAAA-2222">AAAA-2222</a>');
  for (const said of [text, html]) expect(said).not.toMatch(/undefined|null|\[object/);
});

test.each<[string, DigestCase, string | null]>([
  ["it was soon due and is late by now", at(-2), "overdue"],
  ["its suspension began", at(1, { suspended: true, suspendedOn: today }), null],
  ["its suspension ended", at(20, { kind: "suspension" }), null],
  ["it is suspended, and something is due at once", at(20, { kind: "target", suspended: true, suspendedOn: today, effectAtOnce: true }), "target"],
  ["it is suspended, and what was due at once is done", at(20, { kind: "target", suspended: true, suspendedOn: today }), null],
  ["its due date moved far away", at(40), null],
  ["its target was reached, and so was the next day", at(1, { kind: "target" }), "tomorrow"],
  ["the department has answered", at(9, { kind: "task" }), null],
  ["the department is still late", at(9, { kind: "task", taskDueOn: addDays(today, -2) }), "task"],
  ["it was extended, its target stays", at(60, { kind: "target" }), "target"],
])("a mail that leaves late says what is so then: %s", (_why, one, group) => {
  const letter = digest([one], { locale: "en", today });
  const titles = letter?.blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : [])) ?? [];
  expect(titles).toEqual(group === null ? [] : [messages("en").digest.groups[group as "overdue"].title]);
});

test("a mail stays short: the rest is counted", () => {
  const { text } = textOf(Array.from({ length: 300 }, (_, index) => at(-1, { reference: `AAAA-${1000 + index}` })));
  expect(text.match(/\/office\/requests\//g)).toHaveLength(40);
  expect(text).toContain("Et 260 autres, dans la liste des demandes.");
});

test.each(locales)("says everything in every language, on one line of subject (%s)", (locale) => {
  const { subject, text } = textOf([at(-1, { rights: [...rights] }), at(0), at(1), at(3), at(7), at(5, { kind: "target" }), suspended, at(9, { kind: "to-post", hasLettersToPost: true }), at(9, { kind: "task", taskDueOn: addDays(today, -1) })], locale);
  expect(subject).not.toMatch(/[\r\n]/);
  const { groups } = messages(locale).digest;
  for (const { title, hint } of Object.values(groups)) for (const words of [title, ...(hint ? [hint] : [])]) expect(text).toContain(words);
});
