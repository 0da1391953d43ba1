import { type Browser, expect, type Page, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { AskPages } from "./pages/ask";
import { OfficePages } from "./pages/office";
import { expectAccessible } from "./support/axe";
import { file, freshEmail } from "./support/people";
import { signedIn, type StaffRole } from "./support/run";
import { mailTo } from "./support/smtp";

const { tasks: words, law } = messages("fr");
const { settings, panel, page: link, answer } = words;
const pageOf = async (browser: Browser, role: StaffRole) => (await browser.newContext({ storageState: signedIn(role), locale: "fr-FR" })).newPage();

/** A department of this run's own, and what it is asked when somebody wants to be erased. */
async function addDepartment(dpo: Page, name: string, email: string, asked: string): Promise<void> {
  await dpo.goto("/office/settings/departments");
  await dpo.getByLabel(settings.nameFr).fill(name);
  await dpo.getByLabel(settings.nameEn).fill(name);
  await dpo.getByLabel(settings.email).fill(email);
  await dpo.getByRole("region", { name: settings.add }).getByRole("button", { name: settings.save }).click();
  await expect(dpo.getByText(words.done.departments)).toBeVisible();
  const form = dpo.getByRole("region", { name: settings.addItem });
  await form.getByLabel(settings.right).selectOption(law.right.erasure.short);
  await form.getByLabel(settings.department).selectOption(name);
  await form.getByLabel(settings.textFr).fill(asked);
  await form.getByLabel(settings.textEn).fill("In English");
  await form.getByRole("button", { name: settings.save }).click();
  await expect(dpo.getByRole("listitem").filter({ hasText: name })).toBeVisible();
}

test("the DPO sets a checklist, the agent asks two departments, one answers by its link without JavaScript, and its file goes into the reply", async ({ page, browser }) => {
  test.slow();
  const [marketing, accounting] = [`Marketing ${process.pid}`, `Comptabilité ${process.pid}`];
  const [toMarketing, toAccounting] = [freshEmail("marketing"), freshEmail("compta")];
  const dpo = await pageOf(browser, "dpo");
  await addDepartment(dpo, marketing, toMarketing, "Arrêter tous les e-mails.");
  await addDepartment(dpo, accounting, toAccounting, "Dire ce qui doit être archivé.");
  await expectAccessible(dpo);
  const reference = await new AskPages(page).file("erasure", freshEmail());

  const agent = new OfficePages(await pageOf(browser, "agent"));
  await agent.open(reference, "handle");
  await agent.page.getByText(panel.ask, { exact: true }).click();
  for (const name of [marketing, accounting]) await expect(agent.page.getByRole("checkbox", { name: new RegExp(`^${name}`) })).toBeChecked();
  await agent.page.getByLabel(panel.words(marketing)).fill("Arrêter les e-mails et les SMS.");
  await expectAccessible(agent.page);
  await agent.page.getByRole("button", { name: panel.submit, exact: true }).click();
  await expect(agent.page.getByText(words.done.askDepartments)).toBeVisible();
  await expect(agent.page.locator(".case-head")).toContainText(words.waitsFor([accounting, marketing], 0));

  const { text } = await mailTo(toMarketing, new RegExp(reference));
  const other = /http\S+\/task\/[\w-]{64}/.exec((await mailTo(toAccounting, new RegExp(reference))).text ?? "")?.[0] ?? "";
  expect(text).not.toMatch(/Durand|SMS/);
  const address = /http\S+\/task\/[\w-]{64}/.exec(text ?? "")?.[0] ?? "";
  const department = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })).newPage();
  await department.goto(address);
  await expect(department.getByText(reference)).toBeVisible();
  await expect(department.getByText("Durand")).toHaveCount(0);
  await department.getByRole("button", { name: link.button }).click();
  await expect(department).toHaveURL(/\/fr\/task$/);
  await expect(department.getByText("Anne Durand")).toBeVisible();
  await expect(department.getByText("Arrêter les e-mails et les SMS.")).toBeVisible();
  await department.getByLabel(answer.choose).setInputFiles(file("data.json"));
  await department.getByRole("button", { name: answer.add }).click();
  await expect(department.getByRole("link", { name: /data\.json/ })).toBeVisible();
  await department.getByLabel(words.outcome.exception).check();
  await department.getByRole("button", { name: answer.submit }).click();
  await expect(department.locator(".error-summary")).toContainText(answer.missing.note);
  await department.getByLabel(words.reason["must-keep"]).check();
  await department.getByLabel(answer.note).fill("Trois factures sont gardées dix ans.");
  await closedMeanwhile(department, address);
  await expect(department.getByLabel(words.reason["must-keep"])).toBeChecked();
  await expect(department.getByLabel(answer.note)).toHaveValue("Trois factures sont gardées dix ans.");
  await department.getByRole("button", { name: answer.submit }).click();
  await expect(department.getByText(answer.thanksTitle)).toBeVisible();
  await department.goto(address);
  await expect(department.getByText(link.answered)).toBeVisible();

  // With JavaScript the page stays where it is while files come and go, and the note with it.
  await page.goto(other);
  await page.getByRole("button", { name: link.button }).click();
  await page.getByLabel(answer.note).fill("Je cherche encore.");
  await page.getByLabel(answer.choose).setInputFiles(file("data.json"));
  await page.getByRole("button", { name: answer.submit }).click();
  await expect(page.locator(".field-error")).toHaveText(messages("fr").follow.upload.notAdded);
  await page.getByRole("button", { name: answer.add, exact: true }).click();
  await page.getByRole("button", { name: `${messages("fr").follow.upload.remove} data.json` }).click();
  await expect(page.getByRole("link", { name: /data\.json/ })).toHaveCount(0);
  await expect(page.getByLabel(answer.note)).toHaveValue("Je cherche encore.");

  await agent.open(reference, "handle");
  await expect(agent.page.locator(".case-head")).toContainText(words.waitsFor([accounting], 0));
  const given = agent.page.locator(".tasks > li").filter({ hasText: marketing });
  await expect(given).toContainText("Trois factures sont gardées dix ans.");
  await given.getByRole("button", { name: panel.attachOf("data.json") }).click();
  await expect(agent.page.getByText(words.done.attachTaskFile)).toBeVisible();
  await expect(agent.page.getByRole("link", { name: "data.json" })).toBeVisible();
  await agent.open(reference, "handle");
  await agent.page.getByRole("button", { name: panel.withdrawOf(accounting) }).click();
  await expect(agent.page.getByText(words.done.withdrawTask)).toBeVisible();
  await mailTo(toAccounting, new RegExp(words.mail.ended.subject(reference)));
});

/** Sends the answer after half an hour without activity, in effect; then opens the link again in a tab of its own. */
async function closedMeanwhile(department: Page, address: string): Promise<void> {
  await department.context().clearCookies({ name: "__Host-task" });
  await department.getByRole("button", { name: answer.submit }).click();
  await expect(department.locator(".error-summary")).toContainText(messages("fr").errors.refusal["task-page-closed"].message);
  await expect(department.getByText("Anne Durand")).toHaveCount(0);
  const again = await department.context().newPage();
  await again.goto(address);
  await again.getByRole("button", { name: link.button }).click();
  await expect(again).toHaveURL(/\/fr\/task$/);
  await again.close();
}

test("the pages of a department that hold no task, for those who see and hear them", async ({ page }) => {
  await page.goto(`/fr/task/${"A".repeat(64)}`);
  await expect(page.getByRole("heading", { level: 1, name: link.goneTitle })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/en/task");
  await expect(page.getByRole("heading", { level: 1, name: messages("en").tasks.ended.title })).toBeVisible();
  await expectAccessible(page);
});
