import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { invite } from "./security/support/staff";
import { expectAccessible, listens } from "./support/axe";
import { companyGroups, setCompanyAccount } from "./support/company";
import { nextCode } from "./support/authenticator";
import { setUpApp } from "./support/staff";

test("a DPO signs in with the company account, sets up a second factor and gives it the next time; a stranger is told whom to ask", async ({ page }) => {
  const { office, signIn: { company, code } } = messages("fr");
  listens(page);
  const { email } = await invite("dpo");
  const [dpo, stranger] = [`d${randomUUID()}`, `s${randomUUID()}`];
  setCompanyAccount(dpo, { email, name: "Sofia", groups: [companyGroups.dpo] });
  setCompanyAccount(stranger, { email: `${stranger}@office.example`, groups: [companyGroups.agent] });
  const byCompany = async (name: string) => {
    await page.goto("/office/sign-in");
    await page.getByRole("link", { name: company.button }).click();
    await page.getByLabel("Company name").fill(name);
    await page.getByRole("button", { name: "Sign in to the company" }).click();
  };
  await byCompany(stranger);
  await expect(page.getByRole("alert").filter({ hasText: company.refused.unknown })).toBeVisible();
  await expectAccessible(page);
  await page.context().clearCookies();
  await byCompany(dpo);
  const secret = await setUpApp(page);
  await page.waitForURL(/\/office$/);
  await page.getByRole("button", { name: office.header.signOut }).click();
  await expect(page.getByText(office.signIn.ended)).toBeVisible();
  // The provider still knows them: the click alone brings them back, to our own factor.
  await page.getByRole("link", { name: company.button }).click();
  await page.getByLabel(code.code).fill(await nextCode(secret));
  await page.getByRole("button", { name: code.submit }).click();
  await page.waitForURL(/\/office$/);
});
