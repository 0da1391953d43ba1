import { expect, type Page, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { AskPages } from "./pages/ask";
import { FollowPages } from "./pages/follow";
import { runsNoScript } from "./support/axe";
import { answers, freshEmail } from "./support/people";

/** Nothing that was typed is ever lost: neither by the browser's Back, nor by a broken connection, a closed session or a second tab. */
const { ask: words, errors } = messages("fr");
const summary = (page: Page) => page.locator(".error-summary");

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

test("a lost connection: the form stays, with what was typed and the way to try again", async ({ page, context }) => {
  const ask = new AskPages(page);
  const label = words.field.transfers.details.label;
  await ask.begin("transfers");
  await page.waitForURL("**/what");
  await page.getByLabel(label).fill("Et mes adresses ?");
  await context.setOffline(true);
  await ask.next();
  await expect(summary(page)).toBeFocused();
  await expect(summary(page)).toContainText("La connexion s’est interrompue");
  await expect(page.getByLabel(label)).toHaveValue("Et mes adresses ?");
  await context.setOffline(false);
  await page.route("**/what", (route) => (route.request().method() === "POST" ? route.fulfill({ status: 503, body: "" }) : route.continue()));
  await ask.next();
  await expect(page.getByLabel(label)).toHaveValue("Et mes adresses ?");
  await expect(summary(page)).toContainText("n’a pas répondu");
  await page.unroute("**/what");
  await ask.next();
  await page.waitForURL("**/about");
  await page.goBack();
  await expect(page.getByLabel(label)).toHaveValue("Et mes adresses ?");
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a space that closed while a message was written: it is still there, and leaves once the space is open again", async ({ page, context }) => {
      if (!javaScriptEnabled) runsNoScript(page);
      const email = freshEmail();
      const reference = await new AskPages(page).file("transfers", email);
      await new FollowPages(page).open(reference, email);
      const { message, space } = messages("fr").follow;
      await page.goto(`/fr/follow/${reference}/message`);
      await page.getByLabel(message.label).fill("Un long message, écrit en une heure.");
      await context.clearCookies({ name: "__Host-follow" });
      await page.getByRole("button", { name: message.submit }).click();
      await expect(summary(page)).toContainText("Rien n’a été envoyé");
      await expect(page.getByLabel(message.label)).toHaveValue("Un long message, écrit en une heure.");
      const [opened] = await Promise.all([context.waitForEvent("page"), page.getByRole("link", { name: errors.way["session-ended"] }).click()]);
      await expect(opened.getByLabel(messages("fr").follow.find.reference)).toHaveValue(reference);
      await new FollowPages(opened).open(reference, email);
      await page.getByRole("button", { name: message.submit }).click();
      await expect(page.getByText(space.done.sendMessage)).toBeVisible();
      await expect(page.getByText("Un long message, écrit en une heure.")).toBeVisible();
    });
  });
}
