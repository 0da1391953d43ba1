import { expect, type Page, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { AskPages } from "./pages/ask";
import { FollowPages } from "./pages/follow";
import { OfficePages } from "./pages/office";
import { chooseAndSend } from "./pages/upload";
import { expectAccessible, runsNoScript } from "./support/axe";
import { answers, file, freshEmail } from "./support/people";
import { signedIn } from "./support/run";

/** Nothing that was typed is ever lost: neither by the browser's Back, nor by a broken connection, a closed session or a second tab. */
const { ask: words, errors, law } = messages("fr");
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

test.describe("two tabs", () => {
  test("a page that spoke of no request does not erase one begun since: it shows the choice", async ({ page, context }) => {
    const ask = new AskPages(page);
    const other = new AskPages(await context.newPage());
    await other.page.goto("/fr/ask/erasure");
    await ask.begin("access");
    await ask.answer("access", answers.access);
    await ask.about({ name: "Anne Durand", email: freshEmail() });
    await ask.uploaded("identity", file("identity.jpg"));
    await other.page.getByRole("button", { name: words.start.begin }).click();
    await expect(other.page.getByText(words.start.begun.afreshHint)).toBeVisible();
    await expect(other.page.getByRole("status")).toContainText("Rien n’a été effacé");
    await page.reload();
    await expect(page.getByText("identity.jpg")).toBeVisible();
    await ask.passDocuments();
    await expect(page.locator("main")).toContainText("Anne Durand");
    await other.page.getByRole("button", { name: words.start.begun.afresh }).click();
    await other.page.waitForURL("**/erasure/what");
  });

  test("a page of a request given up since keeps what was typed, and leads to the one that is open", async ({ page, context }) => {
    const ask = new AskPages(page);
    await ask.begin("rectification");
    await page.waitForURL("**/what");
    await page.getByLabel(words.field.rectification.wrongValue.label).fill("Durant");
    const other = await context.newPage();
    await other.goto("/fr/ask/transfers");
    await other.getByRole("button", { name: words.start.begun.afresh }).click();
    await other.waitForURL("**/transfers/what");
    await ask.next();
    await expect(summary(page)).toContainText("Une autre demande a été commencée");
    await expect(page.getByLabel(words.field.rectification.wrongValue.label)).toHaveValue("Durant");
    const [opened] = await Promise.all([context.waitForEvent("page"), page.getByRole("link", { name: errors.way["other-draft"] }).click()]);
    await opened.waitForURL("**/transfers/what");
  });

  test("the same without JavaScript: the page comes back with what was typed", async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "fr-FR" });
    const [page, other] = [await context.newPage(), await context.newPage()];
    runsNoScript(page);
    const ask = new AskPages(page);
    await ask.begin("rectification");
    await page.waitForURL("**/what");
    await page.getByLabel(words.field.rectification.wrongValue.label).fill("Durant");
    await other.goto("/fr/ask/transfers");
    await other.getByRole("button", { name: words.start.begun.afresh }).click();
    await other.waitForURL("**/transfers/what");
    for (const message of [errors.refusal["other-draft"].message, errors.refusal["right-taken-out"].message]) {
      await ask.next();
      await expect(summary(page)).toContainText(message);
      await expect(page.getByLabel(words.field.rectification.wrongValue.label)).toHaveValue("Durant");
    }
    await context.close();
  });

  for (const javaScriptEnabled of [true, false]) {
    test(`a request erased after a day while its page was open, ${javaScriptEnabled ? "with" : "without"} JavaScript: what was typed is there to copy`, async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled, locale: "fr-FR" });
      const page = await context.newPage();
      if (!javaScriptEnabled) runsNoScript(page);
      const ask = new AskPages(page);
      await ask.begin("rectification");
      await page.waitForURL("**/what");
      await page.getByLabel(words.field.rectification.wrongValue.label).fill("Durant");
      // What the nightly erasure leaves: a cookie of nothing.
      await context.addCookies((await context.cookies()).map((cookie) => (cookie.name === "__Host-draft" ? { ...cookie, value: "A".repeat(43) } : cookie)));
      await ask.next();
      await expect(summary(page)).toContainText("n’a pas été envoyé");
      await expect(page.getByLabel(words.field.rectification.wrongValue.label)).toHaveValue("Durant");
      const [opened] = await Promise.all([context.waitForEvent("page"), page.getByRole("link", { name: errors.way["draft-gone"] }).click()]);
      await expect(opened.getByRole("button", { name: words.start.begin, exact: true })).toBeVisible();
      await context.close();
    });
  }

  test("a right taken out of the request since: its answers are still there to copy", async ({ page, context }) => {
    const ask = new AskPages(page);
    await ask.begin("transfers");
    await ask.answer("transfers", answers.transfers);
    await ask.about({ name: "Anne Durand", email: freshEmail() });
    await ask.passDocuments();
    await page.waitForURL("**/check");
    await page.goto("/fr/ask/rectification");
    await page.getByRole("button", { name: words.start.begun.add }).click();
    await ask.answer("rectification", answers.rectification);
    await ask.passDocuments();
    await page.waitForURL("**/check");
    const other = await context.newPage();
    await other.goto("/fr/ask/rectification/what");
    await other.getByLabel(words.field.rectification.wrongValue.label).fill("Durandt");
    await page.getByRole("button", { name: words.check.removeRightNamed(law.right.rectification.short) }).click();
    await expect(page.getByRole("button", { name: words.check.removeRightNamed(law.right.rectification.short) })).toHaveCount(0);
    await other.getByRole("button", { name: words.next, exact: true }).click();
    await expect(summary(other)).toContainText("Ce droit a été retiré");
    await expect(other.getByLabel(words.field.rectification.wrongValue.label)).toHaveValue("Durandt");
  });
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

test("a session of the office that ended: the question typed is still there, and leaves once one is signed in again", async ({ page, browser }) => {
  const reference = await new AskPages(page).file("transfers", freshEmail());
  const context = await browser.newContext({ storageState: signedIn("agent"), locale: "fr-FR" });
  const agent = new OfficePages(await context.newPage());
  await agent.take(reference);
  await agent.open(reference, "handle");
  const { questionBody, questionSubmit } = agent.words.handle;
  await agent.page.getByLabel(questionBody).fill("Une longue question, écrite en une heure.");
  const cookies = await context.cookies();
  await context.clearCookies();
  await agent.page.getByRole("button", { name: questionSubmit }).click();
  await expect(summary(agent.page)).toContainText(errors.refusal["signed-out"].message);
  await expect(agent.page.getByRole("link", { name: errors.way["signed-out"] })).toHaveAttribute("href", "/office/sign-in");
  await expect(agent.page.getByLabel(questionBody)).toHaveValue("Une longue question, écrite en une heure.");
  await context.addCookies(cookies);
  await agent.page.getByRole("button", { name: questionSubmit }).click();
  await agent.page.waitForURL("**?done=askQuestion");
  await context.close();
});

test("a file is taken back without a reload: what is typed beside it stays, and the file field has the focus", async ({ page }) => {
  const email = freshEmail();
  const reference = await new AskPages(page).file("transfers", email);
  await new FollowPages(page).open(reference, email);
  const { message, upload } = messages("fr").follow;
  await page.goto(`/fr/follow/${reference}/message`);
  await page.getByLabel(message.label).fill("Écrit avant le fichier");
  await page.getByText(message.files).click();
  await chooseAndSend(page.locator("form.upload"), file("heirship.pdf"), upload.submit, "fr");
  await page.getByRole("button", { name: `${upload.remove} heirship.pdf` }).click();
  await expect(page.getByRole("button", { name: `${upload.remove} heirship.pdf` })).toHaveCount(0);
  await expect(page.locator("input[type=file]")).toBeFocused();
  await expect(page.getByLabel(message.label)).toHaveValue("Écrit avant le fichier");
});

test("a file chosen and not added holds the way on, and says so; choosing none lets go", async ({ page }) => {
  const ask = new AskPages(page);
  const { upload } = messages("fr").follow;
  await ask.begin("access");
  await ask.answer("access", answers.access);
  await ask.about({ name: "Anne Durand", email: freshEmail() });
  await page.waitForURL("**/documents");
  const field = page.locator("#identity");
  for (const name of ["identity.jpg", "heirship.pdf"] as const) {
    await field.setInputFiles(file(name));
    await ask.next();
    await expect(field).toBeFocused();
    await expect(page.locator(".field-error")).toHaveText(upload.notAdded);
    await expectAccessible(page);
    await page.getByRole("button", { name: upload.none }).press("Enter");
    await expect(field).toBeFocused();
    await expect(page.locator(".field-error")).toHaveCount(0);
  }
  await ask.next();
  await page.waitForURL("**/check");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page of documents says that only what is listed is sent", async ({ page }) => {
    runsNoScript(page);
    const ask = new AskPages(page);
    await ask.begin("access");
    await ask.answer("access", answers.access);
    await ask.about({ name: "Anne Durand", email: freshEmail() });
    await page.waitForURL("**/documents");
    await expect(page.locator("noscript p")).toHaveText(words.documents.onlyListed);
    await expect(page.locator("noscript p")).toBeVisible();
  });
});
