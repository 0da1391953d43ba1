import { expect, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { AskPages } from "./pages/ask";
import { answers, freshEmail } from "./support/people";

/** Nothing that was typed is ever lost: neither by the browser's Back, nor by a broken connection, a closed session or a second tab. */
const { ask: words } = messages("fr");

test.describe("the browser's Back and Forward show what is saved", () => {
  test("the answers of a page just passed", async ({ page }) => {
    const ask = new AskPages(page);
    await ask.begin("rectification");
    await ask.answer("rectification", answers.rectification);
    await page.waitForURL("**/about");
    await page.goBack();
    await page.waitForURL("**/what");
    await expect(page.getByLabel(words.field.rectification.wrongValue.label)).toHaveValue("Durant");
    await page.goForward();
    await page.waitForURL("**/about");
    await page.goBack();
    await expect(page.getByLabel(words.field.rectification.rightValue.label)).toHaveValue("Durand");
  });

  test("who goes back and retypes two answers keeps the third", async ({ page }) => {
    const ask = new AskPages(page);
    const { fields } = words.about;
    const email = freshEmail();
    await ask.begin("rectification");
    await ask.answer("rectification", answers.rectification);
    await page.waitForURL("**/about");
    await page.getByLabel(fields.postalAddress.label).fill("1 rue des Lilas, 31000 Toulouse");
    await ask.about({ name: "Anne Durand", email });
    await page.waitForURL("**/documents");
    await page.goBack();
    await page.waitForURL("**/about");
    await expect(page.getByLabel(fields.postalAddress.label)).toHaveValue("1 rue des Lilas, 31000 Toulouse");
    await page.locator("#name").fill("Anne Durand-Petit");
    await ask.next();
    await page.waitForURL("**/documents");
    await ask.next();
    await page.waitForURL("**/check");
    await expect(page.locator("main")).toContainText("1 rue des Lilas, 31000 Toulouse");
    await expect(page.locator("main")).toContainText("Anne Durand-Petit");
    await page.goBack();
    await page.waitForURL("**/documents");
    await page.goBack();
    await expect(page.locator("#name")).toHaveValue("Anne Durand-Petit");
  });
});
