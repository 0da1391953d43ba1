import { expect, type Page, test } from "@playwright/test";
import ICAL from "ical.js";
import { messages } from "@/lib/i18n/messages";
import { OfficePages } from "./pages/office";
import { call } from "./security/support/http";
import { fileCase } from "./security/support/people";
import { type Member, member, password } from "./security/support/staff";
import { expectAccessible, runsNoScript } from "./support/axe";
import { origin } from "./support/run";

const words = messages("fr").calendar;

async function signedInPage(page: Page, { email }: Member): Promise<OfficePages> {
  const office = new OfficePages(page);
  await page.goto("/office/sign-in");
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe").fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL(/\/office$/);
  return office;
}

/** The path of the address just shown. */
async function shown(page: Page): Promise<string> {
  await expect(page.getByText(words.linkTitle)).toBeVisible();
  await expectAccessible(page);
  return ((await page.getByText(/\/api\/calendar\//).textContent()) ?? "").replace(origin, "").trim();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a calendar of one’s own due dates: made, read by a calendar, replaced, taken away", async ({ page }) => {
      if (!javaScriptEnabled) runsNoScript(page);
      const { reference } = await fileCase();
      const office = await signedInPage(page, await member("agent"));
      await office.take(reference);

      await page.goto("/office/account");
      await page.getByRole("button", { name: words.create }).click();
      const path = await shown(page);
      const answer = await call(path);
      expect([answer.status, answer.headers["content-type"], answer.headers["cache-control"]]).toEqual([200, "text/calendar; charset=utf-8", "private, no-store"]);
      const events = new ICAL.Component(ICAL.parse(answer.text) as unknown[]).getAllSubcomponents("vevent");
      expect(events.map((event) => event.getFirstPropertyValue("summary"))).toEqual([words.summary(reference)]);
      expect(events[0]?.getFirstPropertyValue("url")).toBe(`${origin}/office/requests/${reference}`);
      expect(answer.text).not.toMatch(/durand|@client/i);
      expect(await call(path, { method: "HEAD" })).toMatchObject({ status: 200, text: "" });
      for (const method of ["PUT", "DELETE", "POST", "PROPFIND"]) expect((await call(path, { method })).status, method).toBe(405);

      await page.goto("/office/account");
      await expect(page.getByText("/api/calendar/"), "shown once").toHaveCount(0);
      await page.getByRole("button", { name: words.replace }).click();
      const next = await shown(page);
      expect([(await call(path)).status, (await call(next)).status]).toEqual([404, 200]);

      await page.getByRole("button", { name: words.revoke }).click();
      await office.done("calendar");
      await expectAccessible(page);
      const [gone, unknown] = [await call(next), await call(`/api/calendar/${"A".repeat(43)}.ics`)];
      expect([gone.status, gone.text]).toEqual([404, ""]);
      const lasting = ({ headers }: typeof gone) => Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(date|x-request-id|content-security-policy)$/.test(name)));
      expect(lasting(gone)).toEqual(lasting(unknown));
      await expect(page.getByRole("button", { name: words.create })).toBeVisible();
    });
  });
}

test("who may not handle cases is offered no calendar", async ({ page }) => {
  await signedInPage(page, await member("auditor"));
  await page.goto("/office/account");
  await expect(page.getByRole("heading", { name: messages("fr").office.account.title })).toBeVisible();
  await expect(page.getByRole("heading", { name: words.title })).toHaveCount(0);
  await expectAccessible(page);
});
