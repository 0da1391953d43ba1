import { expect, type Page, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { expectAccessible, listens } from "./support/axe";
import { call } from "./security/support/http";

const question = { receivedAt: "2025-09-15T10:00:00+02:00", calendar: "FR", events: [] as object[] };
const ask = (body: unknown, headers: Record<string, string | undefined> = {}) =>
  call("/api/v1/time-limit", { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body), headers: { origin: undefined, "content-type": "application/json", ...headers } });

/** A day before today, as a date control holds it. */
const yesterday = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" }).format(Date.now() - 86_400_000);
const due = (page: Page) => page.locator(".clock-due time");

for (const locale of ["fr", "en"] as const) {
  const { site, timeLimit: words } = messages(locale);
  const { field } = words;

  test(`${locale}: from the footer to the last day, the other dates, the reasons and what to do; axe finds nothing`, async ({ page }) => {
    listens(page);
    await page.goto(`/${locale}`);
    await page.getByRole("contentinfo").getByRole("link", { name: site.footer.timeLimit }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.title);
    await expectAccessible(page);
    await page.getByLabel(field.filedOn.label).fill("2025-09-18");
    await page.getByRole("button", { name: words.submit }).click();
    await expect(page).toHaveTitle(new RegExp(`^${words.answerTitle}`));
    await expect(due(page)).toHaveAttribute("datetime", "2025-10-20");
    await expect(page.locator(".clock-title")).toContainText(/\d+/);
    await expect(page.getByText(/1182\/71.*3\(4\)/)).toBeVisible();
    for (const { term } of [words.answer.strict, words.answer.notice, words.answer.refusal]) await expect(page.getByText(term)).toBeVisible();
    await expect(page.getByRole("link", { name: site.front.complaintLink })).toBeVisible();
    await expect(page.getByText(words.next.past[0] ?? "")).toBeVisible();
    await expect(page.getByLabel(field.filedOn.label)).toHaveValue("2025-09-18");
    await expect(page.getByRole("link", { name: site.language.other }), "the other language keeps the question").toHaveAttribute("href", /\?.*filedOn=2025-09-18/);
    await expectAccessible(page);
  });

  test(`${locale}: without JavaScript, with all that happened since`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`/${locale}/time-limit`);
    await page.getByLabel(field.filedOn.label).fill("2025-09-01");
    await page.getByText(words.since).click();
    await page.getByLabel(field.askedOn.label).fill("2025-09-03");
    await page.getByLabel(field.sentOn.label).fill("2025-09-10");
    await page.getByLabel(field.announcedOn.label).fill("2025-09-20");
    await page.getByLabel(words.months[2]).check();
    await page.getByLabel(field.place.label).selectOption("FR-RE");
    await page.getByRole("button", { name: words.submit }).click();
    await expect(due(page)).toHaveAttribute("datetime", "2025-12-08");
    await expect(page.getByLabel(field.askedOn.label), "what was filled in stays, and is seen").toBeVisible();
    await expect(page.getByLabel(field.askedOn.label)).toHaveValue("2025-09-03");
    await expect(page.getByLabel(words.months[2])).toBeChecked();
    await expect(page.getByLabel(field.place.label)).toHaveValue("FR-RE");
    await context.close();
  });

  test(`${locale}: mistakes are told in the title, in a summary that has the focus, and at each field`, async ({ page }) => {
    listens(page);
    await page.goto(`/${locale}/time-limit`);
    await page.getByRole("button", { name: words.submit }).click();
    await expect(page).toHaveTitle(new RegExp(`^${site.problem} – `));
    await expect(page.locator(".error-summary")).toBeFocused();
    await page.locator(".error-summary").getByRole("link").click();
    await expect(page.getByLabel(field.filedOn.label)).toBeFocused();
    await page.goto(`/${locale}/time-limit?filedOn=2999-01-01&sentOn=2025-09-02&announcedOn=2025-09-01&months=&place=FR`);
    for (const error of ["future", "asked-missing", "months-missing"] as const) await expect(page.locator(".field-error").filter({ hasText: words.error[error] })).toBeVisible();
    await expect(page.locator(".error-summary").getByRole("listitem")).toHaveCount(3);
    await expectAccessible(page);
  });
}

test("scripts that come late do not tear anyone out of the field they have gone on to", async ({ page }) => {
  const { timeLimit: words } = messages("en");
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto("/en/time-limit?filedOn=2999-01-01", { waitUntil: "commit" });
  await expect(page.locator(".error-summary")).toBeFocused();
  await page.locator(".error-summary").getByRole("link").click();
  const field = page.getByLabel(words.field.filedOn.label);
  await expect(field).toBeFocused();
  release();
  await page.waitForFunction(() => Object.keys(document.querySelector(".error-summary") ?? {}).some((key) => key.startsWith("__reactProps")));
  await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestAnimationFrame(() => requestIdleCallback(done)))));
  await expect(field).toBeFocused();
});

test("with the keyboard alone: a date, Enter, and the answer", async ({ page }) => {
  const { timeLimit: words } = messages("en");
  await page.goto("/en/time-limit");
  const field = page.getByLabel(words.field.filedOn.label);
  for (let presses = 0; presses < 20 && !(await field.evaluate((input) => input === document.activeElement)); presses += 1) await page.keyboard.press("Tab");
  await expect(field).toBeFocused();
  // The control asks for day and month in the order of the browser's own language.
  await page.keyboard.type("05052025");
  await page.keyboard.press("Enter");
  await expect(due(page)).toHaveAttribute("datetime", "2025-06-05");
});

test("yesterday’s request still has time", async ({ page }) => {
  const { timeLimit: words } = messages("en");
  await page.goto(`/en/time-limit?filedOn=${yesterday()}`);
  await expect(page.locator(".clock-title")).toHaveText(/^They have \d+ days left$/);
  await expect(page.getByText(words.next.waiting[0] ?? "")).toBeVisible();
});

test("a suspension that is open is said to be one, with the date that would hold today", async ({ page }) => {
  const { timeLimit: words } = messages("fr");
  listens(page);
  await page.goto(`/fr/time-limit?filedOn=${yesterday()}&askedOn=${yesterday()}`);
  await expect(page.locator(".clock-title")).toHaveText(words.answer.paused);
  await expect(page.getByText("La date ci-dessus vaut si vous envoyez tout aujourd’hui", { exact: false })).toBeVisible();
  await expectAccessible(page);
});

test("odd addresses are mistakes of a field or nothing, never a fault", async () => {
  for (const query of ["filedOn=%00", "filedOn=2025-02-30", "filedOn=2025-09-01&filedOn=2025-09-02", "filedOn=2025-09-01&place=__proto__", "filedOn=2025-09-01&place=constructor", "filedOn=2025-09-01&months=__proto__&announcedOn=x", "place=FR", "__proto__[filedOn]=x", `filedOn=${"9".repeat(3000)}`, "filedOn=<script>alert(1)</script>", "filedOn=%F0%9F%98%80"]) {
    const answer = await call(`/fr/time-limit?${query}`);
    expect(answer.status, query).toBe(200);
    expect(answer.text, query).not.toContain("<script>alert");
    expect(answer.text, query).not.toContain("class=\"clock\"");
  }
});

test("API: a program is answered without an Origin or a cookie, and every page of another site is left without", async () => {
  const answer = await ask({ ...question, events: [{ type: "extension_notified", at: "2025-10-01T10:00:00+02:00", months: 2 }] });
  expect(answer).toMatchObject({ status: 200, cookies: [], headers: { "content-type": "application/json", "cache-control": "private, no-store" } });
  expect(JSON.parse(answer.text)).toMatchObject({ dueOn: "2025-12-15", strictDueOn: "2025-10-15", extensionNoticeDueBy: "2025-10-15", refusalDueBy: "2025-10-15", suspendedSince: null });
  const foreign = await ask(question, { origin: "https://evil.example", "sec-fetch-site": "cross-site" });
  expect(Object.keys(foreign.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
});

test("API: what is wrong is told in a problem document, by the server and by the edge before it", async () => {
  const [wrong, form, long, got, put] = [await ask({ ...question, calendar: "DE", events: [{ type: "posted" }] }), await ask("a=1", { "content-type": "application/x-www-form-urlencoded" }), await ask(" ".repeat(20_000)), await call("/api/v1/time-limit"), await call("/api/v1/time-limit", { method: "PUT" })];
  expect([wrong, form, long, got, put].map(({ status }) => status)).toEqual([400, 415, 413, 405, 405]);
  for (const { headers, text, status } of [wrong, form, long, got, put]) {
    expect(headers["content-type"]).toBe("application/problem+json");
    expect(JSON.parse(text)).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
  }
  expect(got.headers.allow).toBe("POST");
  const document = JSON.parse(wrong.text) as { type: string; errors: { pointer: string }[] };
  expect(document.errors.map(({ pointer }) => pointer)).toEqual(["#/calendar", "#/events/0/at"]);
  const { pathname, hash } = new URL(document.type);
  expect((await call(pathname)).text, "the type leads to what it means").toContain(`id="${hash.slice(1)}"`);
});

test("API: nothing but a plain path below /api/v1 is exempt from the Origin", async () => {
  for (const path of ["/api/v1/../files", "/api/v1/%2e%2e/files", "/api/v1/..%2ffiles?for=draft", "/api/v1//time-limit", "/api/v1/../../fr/follow", "/api/v1"]) {
    const answer = await call(path, { method: "POST", body: "{}", headers: { origin: undefined, "content-type": "application/json" } });
    expect(answer.status, path).toBe(403);
  }
  const action = await ask("[]", { "next-action": "40".repeat(21) });
  expect(action.status).toBe(400);
  expect((await call("/api/v1/nothing", { method: "POST", body: "{}", headers: { origin: undefined, "content-type": "application/json" } })).status).toBe(404);
});
