import { expect, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { type Right, rights } from "@/lib/law/rights";
import { AskPages } from "./pages/ask";
import { answers, file, freshEmail } from "./support/people";
import { mailTo } from "./support/smtp";

/** Every kind of request, from the home page's link to the receipt and its e-mail; half of them in English. */
for (const [index, right] of rights.entries()) {
  const locale = index % 2 === 0 ? "fr" : "en";
  test(`${right} is filed, in ${locale}, and the receipt comes by mail`, async ({ page }) => {
    const ask = new AskPages(page, locale);
    const email = freshEmail();
    await ask.begin(right);
    await ask.answer(right, right === "objection" ? { ...answers.objection, address: email } : answers[right]);
    if (right !== "objection") await ask.about({ name: "Anne Durand", email });
    if (right === "deceased") {
      await ask.uploaded("death-certificate", file("death.png"));
      await ask.uploaded("heirship-proof", file("heirship.pdf"));
      await ask.uploaded("identity", file("identity.jpg"));
    }
    if (asksDocuments(right)) await ask.passDocuments();
    const reference = await ask.send();
    expect(reference).toMatch(/^[2-9A-HJ-NP-TW-Z]{4}-[2-9A-HJ-NP-TW-Z]{4}$/);
    const mail = await mailTo(email, new RegExp(reference));
    expect(mail.text).not.toContain("Durand");
    expect(mail.html).toBeTruthy();
    expect(mail.envelope.to).toEqual([email]);
  });
}

function asksDocuments(right: Right): boolean {
  return right !== "objection" && right !== "withdraw-consent";
}

test("several rights in one request: one reference, one receipt", async ({ page }) => {
  const ask = new AskPages(page);
  const email = freshEmail();
  await ask.begin("access");
  await ask.answer("access", answers.access);
  await ask.about({ name: "Anne Durand", email });
  await ask.passDocuments();
  await page.waitForURL("**/check");
  await page.goto("/fr/ask/erasure");
  await page.getByRole("button", { name: ask.words.start.begun.add }).click();
  await ask.answer("erasure", answers.erasure);
  await ask.passDocuments();
  const reference = await ask.send();
  await expect(page.getByText("Mes données", { exact: false }).first()).toBeVisible();
  const mail = await mailTo(email, new RegExp(reference));
  expect(mail.envelope.to).toEqual([email]);
});

test("for someone else: their name is asked and a mandate is offered", async ({ page }) => {
  const ask = new AskPages(page);
  await ask.begin("transfers");
  await ask.answer("transfers", answers.transfers);
  await ask.about({ name: "Me Martin", email: freshEmail("martin"), onBehalf: "other", representedName: "Anne Durand" });
  await ask.uploaded("mandate", file("heirship.pdf"));
  await ask.passDocuments();
  expect(await ask.send()).toMatch(/-/);
});

test("a wrong answer says how to mend it, keeps the rest, and the summary takes the focus", async ({ page }) => {
  const ask = new AskPages(page);
  await ask.begin("rectification");
  await page.getByLabel(ask.words.field.rectification.wrongValue.label).fill("Durant");
  await ask.next();
  const summary = page.locator(".error-summary");
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(messages("fr").site.problem));
  await expect(page.getByLabel(ask.words.field.rectification.wrongValue.label)).toHaveValue("Durant");
  await summary.getByRole("link").first().click();
  await expect(page.getByLabel(ask.words.field.rectification.field.label)).toBeFocused();
});

test("heirs cannot send without the papers; nothing else is lost", async ({ page }) => {
  const ask = new AskPages(page);
  await ask.begin("deceased");
  await ask.answer("deceased", answers.deceased);
  await ask.about({ name: "Anne Durand", email: freshEmail() });
  await page.waitForURL("**/documents");
  await ask.next();
  await expect(page.locator(".error-summary")).toBeVisible();
  await page.goto("/fr/ask/deceased/check");
  await page.waitForURL("**/documents");
});

test("a file that is not what it says is refused at its field, and nothing else is lost", async ({ page }) => {
  const ask = new AskPages(page);
  await ask.begin("access");
  await ask.answer("access", answers.access);
  await ask.about({ name: "Anne Durand", email: freshEmail() });
  await ask.uploaded("identity", file("identity.jpg"));
  await ask.upload("identity", file("not-a-picture.jpg"));
  await expect(page.getByText(/JPEG|PNG/).and(page.locator(".field-error"))).toBeVisible();
  await expect(page.getByText("identity.jpg")).toBeVisible();
  await page.getByRole("button", { name: ask.words.documents.removeNamed("identity.jpg") }).click();
  await expect(page.getByText("identity.jpg")).toHaveCount(0);
});

test("a closed tab, a reload, a double click: what was typed stays, and one request is made", async ({ page, context }) => {
  const ask = new AskPages(page);
  const email = freshEmail();
  await ask.begin("transfers");
  await ask.answer("transfers", answers.transfers);
  await page.close();
  const again = new AskPages(await context.newPage());
  await again.page.goto("/fr/ask/transfers");
  await again.page.getByRole("button", { name: again.words.start.begun.goOn }).click();
  await again.about({ name: "Anne Durand", email });
  await again.passDocuments();
  await again.page.waitForURL("**/check");
  const other = await context.newPage();
  await other.goto("/fr/ask/transfers/check");
  await again.page.getByRole("button", { name: again.words.check.send }).dblclick();
  await other.getByRole("button", { name: again.words.check.send }).click();
  const reference = await again.page.locator(".receipt-reference").textContent();
  await expect(other.locator(".receipt-reference")).toHaveText(reference ?? "");
  await again.page.reload();
  await expect(again.page.locator(".receipt-reference")).toHaveText(reference ?? "");
});
