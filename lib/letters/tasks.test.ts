import { expect, test } from "vitest";
import { locales } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { calendarDate } from "@/lib/law/calendar";
import type { Letter } from "./letter";
import { renderHtml } from "./render-html";
import { renderText } from "./render-text";
import { taskDigest, tasksAsked, tasksEnded } from "./tasks";

const day = calendarDate("2026-12-14");
const link = (dueOn = day) => ({ reference: "K7QF-2M95", dueOn, path: `/fr/task/${"A".repeat(64)}` });

test.each(locales)("%s: each mail to a department is whole, on one line of subject, with its links", (locale) => {
  const to = { locale, controller: "OPTIMAREST SAS" };
  const letters: [Letter, number][] = [
    [tasksAsked([link()], to), 1],
    [tasksAsked([link(), link(calendarDate("2026-12-10"))], to), 2],
    [tasksEnded({ reference: "K7QF-2M95", count: 2, ...to }), 0],
    [taskDigest([link(calendarDate("2026-12-10")), link()], { ...to, today: day, others: 0 }), 2],
    [taskDigest(Array.from({ length: 45 }, () => link()), { ...to, today: day, others: 3 }), 40],
  ];
  for (const [letter, links] of letters) {
    const options = { locale, baseUrl: "https://rights.example", footer: messages(locale).tasks.mail.footer("OPTIMAREST SAS", "31000 Toulouse") };
    const [text, html] = [renderText(letter, options), renderHtml(letter, options)];
    expect(letter.subject).toMatch(/^\S[^\r\n]+$/);
    expect(text.match(/https:\/\/rights\.example\/fr\/task\/A{64}/g) ?? []).toHaveLength(links);
    for (const said of [text, html]) expect(said).not.toMatch(/undefined|null|\[object/);
  }
});

test("the subject says the earliest day, and of a reminder how many are late", () => {
  const to = { locale: "fr" as const, controller: "OPTIMAREST SAS" };
  expect(tasksAsked([link(), link(calendarDate("2026-12-10"))], to).subject).toBe("Demande K7QF-2M95\u00a0: à faire pour le jeudi 10 décembre 2026");
  expect(taskDigest([link(calendarDate("2026-12-10")), link()], { ...to, today: day, others: 0 }).subject).toBe("2 demandes attendent votre réponse, 1 en retard");
  expect(taskDigest([link(calendarDate("2026-12-10")), link()], { ...to, today: day, others: 7 })).toMatchObject({ subject: "9 demandes attendent votre réponse, 8 en retard" });
});
