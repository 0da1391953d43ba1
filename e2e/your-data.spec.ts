import { expect, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { AskPages } from "./pages/ask";
import { expectAccessible, listens, runsNoScript } from "./support/axe";
import { answers, freshEmail } from "./support/people";

for (const locale of ["fr", "en"] as const) {
  const { site, yourData: words } = messages(locale);

  test(`${locale}: from the footer, who is responsible, why, until when and which rights; axe finds nothing`, async ({ page }) => {
    listens(page);
    await page.goto(`/${locale}`);
    await page.getByRole("contentinfo").getByRole("link", { name: site.footer.yourData }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.title);
    for (const title of [words.whoTitle, words.whyTitle, words.seenTitle, words.keptTitle, words.rightsTitle]) await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(/OPTIMAREST.*dpo@/s);
    await expect(page.getByRole("main")).toContainText("CNIL");
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 700 });
    await expectAccessible(page);
  });
}

test.describe("before sending", () => {
  test.use({ javaScriptEnabled: false });

  test("the answers to check lead to it, and back to the same answers", async ({ page }) => {
    runsNoScript(page);
    const ask = new AskPages(page);
    await ask.begin("transfers");
    await ask.answer("transfers", answers.transfers);
    await ask.about({ name: "Anne Durand", email: freshEmail() });
    await ask.passDocuments();
    await page.getByRole("link", { name: messages("fr").yourData.link }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(messages("fr").yourData.title);
    await page.goBack();
    await ask.send();
  });
});
