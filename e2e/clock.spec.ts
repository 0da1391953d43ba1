import { type Browser, expect, type Page, test } from "@playwright/test";
import { capital } from "@/lib/i18n/capital";
import { dayWords } from "@/lib/i18n/dates";
import { messages } from "@/lib/i18n/messages";
import { addDays, addMonthsClamped, localDate } from "@/lib/law/calendar";
import { fileCase } from "./security/support/people";
import { FollowPages } from "./pages/follow";
import { OfficePages } from "./pages/office";
import { expectAccessible, runsNoScript } from "./support/axe";
import { signedIn, type StaffRole } from "./support/run";
import { mailTo } from "./support/smtp";

const words = messages("fr").office;
const today = localDate(new Date().toISOString(), "Europe/Paris");

async function officeOf(browser: Browser, role: StaffRole, javaScriptEnabled = true): Promise<OfficePages> {
  const page = await (await browser.newContext({ storageState: signedIn(role), javaScriptEnabled })).newPage();
  if (!javaScriptEnabled) runsNoScript(page);
  return new OfficePages(page);
}

/** Opens the part of the page that waits behind its title, by the keyboard. */
async function unfold(page: Page, title: string): Promise<void> {
  await page.locator("summary", { hasText: title }).focus();
  await page.keyboard.press("Enter");
  await expectAccessible(page);
}

/** Staff record an identity that was seen at the counter, without a copy. */
async function seenAtCounter(agent: OfficePages, reference: string): Promise<void> {
  await agent.open(reference, "check");
  await unfold(agent.page, words.check.record);
  await agent.page.locator('input[name="seen"][value="identity"]').check();
  await agent.page.getByLabel(capital(messages("fr").law.channel.counter)).check();
  await agent.page.getByRole("button", { name: words.check.recordSubmit }).click();
  await agent.done("recordIdentity");
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test("an extension: its reasons asked for, told to the person by mail and in their space, once", async ({ browser, page }) => {
      const { reference, email } = await fileCase();
      const agent = await officeOf(browser, "agent", javaScriptEnabled);
      await agent.open(reference, "handle");
      await unfold(agent.page, words.handle.extend);
      await agent.page.getByLabel(/^Deux mois/).check();
      await agent.page.locator('input[name="reasons"][value="amount-of-data"]').check();
      await agent.page.getByRole("button", { name: words.handle.extendSubmit }).click();
      await expect(agent.page.locator(".error-summary")).toContainText("Beaucoup de données ne suffit pas");
      await expectAccessible(agent.page);
      await agent.page.locator('input[name="reasons"][value="others-data"]').check();
      await agent.page.getByLabel(words.handle.extendExplanation).fill("Vos appels au service client sont à réécouter.");
      await agent.page.getByRole("button", { name: words.handle.extendSubmit }).click();
      await agent.done("extendDeadline");

      const filedOn = today;
      const dueOn = await agent.page.locator(".clock-due time").getAttribute("datetime");
      expect(dueOn && dueOn >= addMonthsClamped(filedOn, 3)).toBe(true);
      const mail = await mailTo(email, /Plus de temps/);
      expect(mail.text).toContain(dayWords(dueOn ?? "", "fr"));
      expect(mail.text).toContain("mêlées à celles d’autres personnes");
      expect(mail.text).not.toContain("service client");
      const follow = new FollowPages(page);
      await follow.open(reference, email);
      await expect(page.locator(".clock-due")).toContainText(dayWords(dueOn ?? "", "fr"));
      await expect(page.getByText("Vos appels au service client sont à réécouter.")).toBeVisible();
      await agent.open(reference, "handle");
      await expect(agent.page.getByText(/^Délai prolongé de 2 mois/)).toBeVisible();
      await expect(agent.page.locator("summary", { hasText: words.handle.extend })).toHaveCount(0);
    });
  });
}

test("a clarification asked for, answered by telephone: the same words on both sides", async ({ browser, page }) => {
  const { reference, email } = await fileCase();
  const agent = await officeOf(browser, "agent");
  await agent.open(reference, "handle");
  await unfold(agent.page, words.handle.clarify);
  await agent.page.getByLabel(words.handle.clarifyBody).fill("Quelles données voulez-vous d’abord ?");
  await agent.page.getByRole("button", { name: words.handle.clarifySubmit }).click();
  await agent.done("askClarification");
  const steps = agent.page.locator(".clock-steps li");
  await expect(steps.filter({ hasText: "Une précision a été demandée" })).toHaveCount(1);
  await mailTo(email, /Une précision pour votre demande/);
  const follow = new FollowPages(page);
  await follow.open(reference, email);
  expect(await page.locator(".clock-steps li").allTextContents()).toEqual(await steps.allTextContents());

  await agent.open(reference, "handle");
  await unfold(agent.page, words.handle.record);
  await agent.page.getByLabel(capital(messages("fr").law.channel.telephone)).check();
  await agent.page.getByLabel(words.check.arrivedOn).fill(addDays(today, 1));
  await agent.page.getByLabel(words.handle.recordBody).fill("Au téléphone : tout, s’il vous plaît.");
  await agent.page.getByRole("button", { name: words.handle.recordSubmit }).click();
  await expect(agent.page.locator(".error-summary")).toContainText("Ce jour n’est pas possible");
  await agent.page.getByLabel(words.check.arrivedOn).fill(today);
  await agent.page.getByRole("button", { name: words.handle.recordSubmit }).click();
  await agent.done("recordMessage");
  expect((await mailTo(email, /noté dans votre demande/)).text).toContain("par téléphone");
  await page.reload();
  await expect(page.getByText("Au téléphone : tout, s’il vous plaît.")).toBeVisible();
});

test("proof rejected and asked for again in one letter, then seen at the counter and accepted without a copy", async ({ browser }) => {
  const { reference, email } = await fileCase({ identity: "piece.jpg" });
  const agent = await officeOf(browser, "agent");
  await agent.rejectDocuments(reference, "unreadable");
  await agent.askIdentity(reference);
  await expect(agent.page.getByText(/délai est suspendu depuis/i).first()).toBeVisible();
  await seenAtCounter(agent, reference);
  await expect(agent.page.getByText("Vu sans copie")).toBeVisible();
  await expectAccessible(agent.page);

  await agent.page.locator('input[name="reason"][value="wrong-person"]').check();
  await expect(agent.page.getByLabel(words.check.again)).toBeChecked();
  await agent.page.getByRole("button", { name: words.check.rejectSubmit }).click();
  await agent.done("rejectIdentity");
  expect((await mailTo(email, /Il nous manque encore un document[^]*autre nom/)).text).toContain("suspendu depuis");
  await seenAtCounter(agent, reference);
  await agent.acceptDocuments(reference, "identity-card");
  await agent.open(reference, "check");
  const records = agent.page.locator("main .summary-list").filter({ hasText: words.check.verifiedResult });
  const { proofRejection, filePurpose, proofKind, verificationMethod } = messages("fr").law;
  await expect(records).toHaveText([
    new RegExp(`${words.case.verified}.*${verificationMethod.document}.*${proofKind["identity-card"]}.*Camille agent`),
    new RegExp(`${words.check.rejectedFor(proofRejection["wrong-person"].staff)}.*${verificationMethod.document}.*${filePurpose.identity}.*Camille agent`),
    new RegExp(`${words.check.rejectedFor(proofRejection.unreadable.staff)}.*${verificationMethod.document}.*${filePurpose.identity}.*Camille agent`),
  ]);
  await expectAccessible(agent.page);
});

test("staff see every date they go by, the person the date and its reasons", async ({ browser }) => {
  const { reference } = await fileCase();
  const agent = await officeOf(browser, "agent");
  await agent.open(reference);
  for (const term of [words.dates.target, words.dates.extensionNotice, words.dates.refusal, words.dates.post]) await expect(agent.page.getByText(term)).toBeVisible();
});
