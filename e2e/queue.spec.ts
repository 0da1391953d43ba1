import { type Browser, expect, type Page, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { AskPages } from "./pages/ask";
import { OfficePages } from "./pages/office";
import { expectAccessible, runsNoScript } from "./support/axe";
import { freshEmail } from "./support/people";
import { signedIn } from "./support/run";

const { queue: words, office } = messages("fr");

async function filed(page: Page, right: "transfers" | "human-review" = "transfers", locale: "fr" | "en" = "fr"): Promise<string> {
  const reference = await new AskPages(page, locale).file(right, freshEmail());
  await page.context().clearCookies();
  return reference;
}

async function desk(browser: Browser, javaScriptEnabled = true): Promise<OfficePages> {
  const page = await (await browser.newContext({ storageState: signedIn("agent"), javaScriptEnabled })).newPage();
  if (!javaScriptEnabled) runsNoScript(page);
  return new OfficePages(page);
}

/** The queue of these alone: new, transfers, of nobody, the page that holds the reference. */
async function toRow({ page }: OfficePages, reference: string, filter = "right=transfers"): Promise<void> {
  await page.goto(`/office?${filter}`);
  const row = page.getByRole("row", { name: new RegExp(reference) });
  while ((await row.count()) === 0) await page.getByRole("link", { name: office.queue.next }).click();
  await expect(row).toBeVisible();
}

for (const script of [true, false]) {
  test(`chosen requests are given to a colleague, and back to the queue${script ? "" : ", without JavaScript"}`, async ({ page, browser }) => {
    test.slow();
    const reference = await filed(page);
    const agent = await desk(browser, script);
    await toRow(agent, reference);
    if (script) await expectAccessible(agent.page);
    await agent.page.getByRole("button", { name: words.giveSubmit }).click();
    await expect(agent.page.locator(".error-summary")).toContainText("Choisissez au moins une demande");
    await toRow(agent, reference);
    await agent.page.getByLabel(words.choose(reference)).check();
    const give = agent.page.getByLabel(words.give);
    // Beside each name stands how much they have open.
    await give.selectOption(await give.getByRole("option", { name: /^Camille dpo – / }).getAttribute("value"));
    await agent.page.getByRole("button", { name: words.giveSubmit }).click();
    await agent.done("assignCase");
    await toRow(agent, reference);
    await expect(agent.page.getByRole("row", { name: new RegExp(reference) })).toContainText("Camille dpo");
    await agent.open(reference);
    await expect(agent.page.getByText(words.givenTo("Camille dpo"))).toBeVisible();
    await toRow(agent, reference);
    await agent.page.getByLabel(words.choose(reference)).check();
    await agent.page.getByLabel(words.give).selectOption({ label: words.giveBack });
    await agent.page.getByRole("button", { name: words.giveSubmit }).click();
    await agent.done("assignCase");
    await toRow(agent, reference, "right=transfers&who=nobody");
  });
}

test("the next one of those shown is taken with one button, and opened; none left is told", async ({ page, browser }) => {
  // Of a kind no other test looks after.
  await filed(page, "human-review", "en");
  const agent = await desk(browser);
  await agent.page.goto("/office?right=human-review&locale=en&due=overdue");
  await agent.page.getByRole("button", { name: words.takeNext }).click();
  await expect(agent.page.locator(".error-summary")).toContainText("Aucune demande n’attend");
  await agent.page.goto("/office?right=human-review&locale=en");
  await agent.page.getByRole("button", { name: words.takeNext }).click();
  await agent.done("takeCase");
  await expect(agent.page).toHaveURL(/\/office\/requests\//);
  await expect(agent.page.getByText(office.case.takenByYou)).toBeVisible();
});

test("filters live in the address, and what means nothing there is left out", async ({ page, browser }) => {
  const reference = await filed(page);
  const agent = await desk(browser);
  await agent.page.goto("/office?who=x&due=never&locale=de&state=nowhere&right=all");
  await expect(agent.page.getByRole("link", { name: office.queue.reset })).toHaveCount(0);
  await agent.page.getByLabel(words.language).selectOption("en");
  await agent.page.getByLabel(words.who, { exact: true }).selectOption("nobody");
  await agent.page.getByLabel(words.due, { exact: true }).selectOption("overdue");
  await agent.page.getByRole("button", { name: office.queue.filter, exact: true }).click();
  await expect(agent.page).toHaveURL(/due=overdue.*who=nobody.*locale=en/);
  await expect(agent.page.getByText(office.queue.emptyTitle)).toBeVisible();
  await agent.page.getByRole("link", { name: office.queue.reset }).click();
  await toRow(agent, reference, "right=transfers&locale=fr&who=nobody");
});

test("by keyboard: through the rows, choose, open; the keys are told, and letters typed stay letters", async ({ page, browser }) => {
  await filed(page);
  await filed(page);
  const agent = await desk(browser);
  await agent.page.goto("/office?right=transfers");
  // A key pressed before the scripts are there is nobody's.
  await expect(async () => {
    await agent.page.keyboard.press("/");
    await expect(agent.page.locator("#words")).toBeFocused({ timeout: 500 });
  }).toPass();
  await agent.page.locator("#main").focus();
  const links = agent.page.locator(".queue a.reference");
  await agent.page.keyboard.press("j");
  await expect(links.nth(0)).toBeFocused();
  await agent.page.keyboard.press("j");
  await expect(links.nth(1)).toBeFocused();
  await agent.page.keyboard.press("x");
  await expect(agent.page.locator(".queue-choose").nth(1)).toBeChecked();
  await agent.page.keyboard.press("k");
  await expect(links.nth(0)).toBeFocused();
  await agent.page.keyboard.press("?");
  await expect(agent.page.getByRole("dialog", { name: words.keys })).toBeVisible();
  await expectAccessible(agent.page);
  await agent.page.keyboard.press("Escape");
  await agent.page.keyboard.press("/");
  await agent.page.keyboard.type("jx?");
  await expect(agent.page.locator("#words")).toHaveValue("jx?");
  await agent.page.locator("#main").focus();
  await agent.page.keyboard.press("j");
  await agent.page.keyboard.press("Enter");
  await expect(agent.page).toHaveURL(/\/office\/requests\//);
});

test("a filter is kept under a name, shared, found by a colleague, and forgotten", async ({ browser }) => {
  const agent = await desk(browser);
  const name = `Anglais ${Date.now()}`;
  await agent.page.goto("/office?locale=en&who=nobody");
  await agent.page.getByText(words.keepView, { exact: true }).click();
  await agent.page.getByRole("button", { name: words.keepViewSubmit }).click();
  await expect(agent.page.locator(".error-summary")).toContainText("Donnez un nom");
  await agent.page.getByLabel(words.viewName).fill(name);
  await agent.page.getByLabel(words.shareView).check();
  await agent.page.getByRole("button", { name: words.keepViewSubmit }).click();
  await agent.done("saveView");
  await expectAccessible(agent.page);
  const dpo = new OfficePages(await (await browser.newContext({ storageState: signedIn("dpo") })).newPage());
  await dpo.page.goto("/office");
  await dpo.page.getByRole("navigation", { name: words.views }).getByRole("link", { name }).click();
  await expect(dpo.page).toHaveURL(/who=nobody&locale=en/);
  await expect(dpo.page.getByRole("button", { name: words.forgetView(name) })).toHaveCount(0);
  await agent.page.getByRole("button", { name: words.forgetView(name) }).click();
  await expect(agent.page.getByRole("link", { name })).toHaveCount(0);
});
