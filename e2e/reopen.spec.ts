import { type Browser, expect, type Page, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { AskPages } from "./pages/ask";
import { FollowPages } from "./pages/follow";
import { OfficePages } from "./pages/office";
import { file, freshEmail } from "./support/people";
import { signedIn, type StaffRole } from "./support/run";
import { mailTo } from "./support/smtp";

const { law } = messages("fr");
const officeOf = async (browser: Browser, role: StaffRole) => new OfficePages(await (await browser.newContext({ storageState: signedIn(role) })).newPage());

/** A request that was refused because no proof came. */
async function refused(page: Page, browser: Browser, email: string): Promise<{ reference: string; dpo: OfficePages }> {
  const reference = await new AskPages(page).file("access", email);
  const dpo = await officeOf(browser, "dpo");
  await dpo.askIdentity(reference);
  await dpo.decide(reference, "refused", ["identity-not-established"], "Rien n’est arrivé.");
  await dpo.write(reference, "Rien n’est arrivé.");
  await dpo.send(reference);
  return { reference, dpo };
}

test("refused for want of proof: the proof comes after all, the request is taken up again, and a second answer joins the first", async ({ page, browser }) => {
  test.slow();
  const email = freshEmail();
  const { reference, dpo } = await refused(page, browser, email);
  const follow = new FollowPages(page);
  await follow.open(reference, email);
  await expect(page.getByText(follow.words.reply.stillHow)).toBeVisible();
  expect(await follow.readReply()).toContain(messages("fr").law.outcome.refused);
  await page.goto(`/fr/follow/${reference}`);
  await follow.sendDocument(file("identity.jpg"));
  await mailTo(email, new RegExp(`reprenons votre demande ${reference}`));
  await page.getByRole("link", { name: follow.words.reply.earlier }).click();
  await expect(page.getByText("Rien n’est arrivé.")).toBeVisible();

  await dpo.open(reference);
  await expect(dpo.page.getByText(law.event.RequestReopened, { exact: true })).toBeVisible();
  await dpo.acceptDocuments(reference, "identity-card");
  await dpo.decide(reference, "fulfilled");
  await dpo.write(reference, "Voici tout");
  await dpo.send(reference);
  await dpo.open(reference, "reply");
  await expect(dpo.page.locator(".sheet")).toHaveCount(2);
  await page.goto(`/fr/follow/${reference}`);
  const replies = await follow.readReply();
  expect(replies.indexOf("Voici tout")).toBeLessThan(replies.indexOf("Rien n’est arrivé."));
});

test("refused for want of proof: staff take it up again without a document, saying why", async ({ page, browser }) => {
  test.slow();
  const email = freshEmail();
  const { reference, dpo } = await refused(page, browser, email);
  await dpo.open(reference, "check");
  await expect(dpo.page.getByText(dpo.words.check.reopenable)).toBeVisible();
  await dpo.page.getByText(dpo.words.check.reopen).click();
  await dpo.page.getByRole("button", { name: dpo.words.check.reopenSubmit }).click();
  await expect(dpo.page.locator(".error-summary")).toBeVisible();
  await dpo.page.getByLabel(dpo.words.check.reopenWhy).fill("La cliente a rappelé depuis son numéro connu.");
  await dpo.page.getByRole("button", { name: dpo.words.check.reopenSubmit }).click();
  await dpo.done("reopenRequest");
  await expect(dpo.page.getByText(/Demande reprise le/)).toBeVisible();
  await mailTo(email, new RegExp(`reprenons votre demande ${reference}`));
  await dpo.open(reference, "handle");
  await expect(dpo.page.locator('input[name="outcome"]').first()).toBeVisible();
});
