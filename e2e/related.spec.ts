import { type Browser, expect, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { AskPages } from "./pages/ask";
import { FollowPages } from "./pages/follow";
import { OfficePages } from "./pages/office";
import { daysAgo, RecordPages } from "./pages/record";
import { expectAccessible } from "./support/axe";
import { answers, freshEmail } from "./support/people";
import { signedIn } from "./support/run";
import { mailTo } from "./support/smtp";

const { related: words, law, record } = messages("fr");
const officeOf = async (browser: Browser) => new OfficePages(await (await browser.newContext({ storageState: signedIn("agent") })).newPage());

for (const script of [true, false]) {
  test(`asked twice: pointed out, merged into the older, the person told${script ? "" : ", without JavaScript"}`, async ({ page, browser }) => {
    test.slow();
    const email = freshEmail();
    const older = await new AskPages(page).file("access", email);
    await page.context().clearCookies();
    const newer = await new AskPages(page).file("access", email);
    const agent = script ? await officeOf(browser) : new OfficePages(await (await browser.newContext({ storageState: signedIn("agent"), javaScriptEnabled: false })).newPage());
    await agent.page.goto(`/office/requests/${newer}`);
    const section = agent.page.getByRole("region", { name: words.title });
    await expect(section.getByRole("row", { name: new RegExp(`${older}.*${words.sameRight}`) })).toBeVisible();
    await expect(agent.page.getByText(words.againTitle)).toBeVisible();
    await section.getByText(words.merge, { exact: true }).click();
    await section.getByLabel(words.other).fill("K7QF");
    await section.getByRole("button", { name: words.mergeSubmit }).click();
    await expect(agent.page.locator(".error-summary")).toContainText("huit lettres ou chiffres");
    await section.getByLabel(words.other).fill(older.toLowerCase());
    await section.getByRole("button", { name: words.mergeSubmit }).click();
    await agent.done("mergeRequests");
    await expect(agent.page).toHaveURL(new RegExp(`/office/requests/${older}`));
    if (script) await expectAccessible(agent.page);
    await expect(agent.page.getByText(words.joinedTitle(newer))).toBeVisible();
    await mailTo(email, new RegExp(`${newer}[^]*${older}`));
    const follow = new FollowPages(page);
    await follow.open(newer, email);
    await expect(page.getByText(follow.words.space.now.merged)).toBeVisible();
    await expect(page.getByRole("link", { name: older }).first()).toHaveAttribute("href", `/fr/follow?reference=${older}`);
  });
}

test("another right, asked later in the space: a request of its own, nothing to type again about oneself", async ({ page, browser }) => {
  test.slow();
  const email = freshEmail();
  const first = await new AskPages(page).file("access", email);
  const follow = new FollowPages(page);
  await follow.open(first, email);
  await page.getByRole("link", { name: words.another.link }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: words.another.submit }).click();
  await expect(page.locator(".error-summary")).toBeVisible();
  await page.getByLabel(law.right.erasure.name, { exact: true }).check();
  await page.getByRole("button", { name: words.another.submit }).click();
  await page.waitForURL("**/ask/erasure/what");
  const ask = new AskPages(page);
  await ask.answer("erasure", answers.erasure);
  await ask.passDocuments();
  const second = await ask.send();
  expect(second).not.toBe(first);
  await page.goto(`/fr/follow/${first}`);
  await expect(page.getByRole("link", { name: second })).toBeVisible();
  const agent = await officeOf(browser);
  await agent.open(second);
  await expect(agent.page.getByRole("region", { name: words.title }).getByText(words.how["asked-before"])).toBeVisible();
  await expect(agent.page.getByText("Anne Durand").first()).toBeVisible();
});

test("another right, told to staff: recorded with what is known of the person, and tied to the first", async ({ page, browser }) => {
  test.slow();
  const email = freshEmail();
  const first = await new AskPages(page).file("access", email);
  const agent = await officeOf(browser);
  await agent.open(first);
  await agent.page.getByRole("link", { name: words.record }).click();
  await expectAccessible(agent.page);
  await expect(agent.page.getByText(words.recordFrom(first))).toBeVisible();
  await new RecordPages(agent.page).arrived("telephone", daysAgo(1), ["erasure"]);
  await expect(agent.page.getByLabel(record.email)).toHaveValue(email);
  await agent.page.getByLabel(record.words).fill("Effacez aussi mon compte.");
  await agent.page.getByRole("button", { name: record.submit }).click();
  await agent.done("recordRequest");
  await expect(agent.page.getByRole("region", { name: words.title }).getByRole("link", { name: first })).toBeVisible();
});
