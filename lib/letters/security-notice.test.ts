import { describe, expect, test } from "vitest";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { Letter } from "./letter";
import { passwordLink } from "./password-link";
import { renderHtml } from "./render-html";
import { renderText } from "./render-text";
import { securityNotice, securityNotices } from "./security-notice";

const locales: Locale[] = ["fr", "en"];
const rendered = (letter: Letter, locale: Locale) => {
  const options = { locale, baseUrl: "https://rights.example", footer: messages(locale).digest.footer("OPTIMAREST SAS", "31000 Toulouse") };
  return [letter.subject, renderText(letter, options), renderHtml(letter, options)];
};

describe.each(locales)("in %s", (locale) => {
  test.each(securityNotices)("%s: what happened, when, what to do if it was somebody else; one line of subject", (notice) => {
    const letter = securityNotice(notice, { at: "26/11/2026 10:00", locale });
    const [subject, text, html] = rendered(letter, locale) as [string, string, string];
    expect(subject).not.toMatch(/[\r\n]/);
    const { lead, notYou } = messages(locale).signIn.notices;
    for (const words of [lead[notice], notYou, "26/11/2026 10:00", "https://rights.example/office/sign-in/forgotten"]) expect(text).toContain(words);
    for (const said of [subject, text, html]) expect(said).not.toMatch(/undefined|null|\[object/);
  });

  test("who signs in with their company account is not told to change a password", () => {
    const [, text] = rendered(securityNotice("new-device", { at: "26/11/2026 10:00", locale, isByCompany: true }), locale) as [string, string];
    expect(text).toContain(messages(locale).signIn.notices.notYouByCompany);
    expect(text).not.toContain("/forgotten");
  });

  test("the link to another password stands in the body, never in the subject", () => {
    const [subject, text, html] = rendered(passwordLink({ path: "/office/set-up/TOKEN", locale }), locale) as [string, string, string];
    expect(subject).not.toContain("TOKEN");
    for (const said of [text, html]) expect(said).toContain("https://rights.example/office/set-up/TOKEN");
  });

  test("each notice has a subject and words of its own", () => {
    const { subject, lead } = messages(locale).signIn.notices;
    for (const words of [subject, lead]) expect(new Set(securityNotices.map((notice) => words[notice])).size).toBe(securityNotices.length);
  });
});
