import { type Browser, expect, type Page, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { AskPages } from "./pages/ask";
import { FollowPages } from "./pages/follow";
import { OfficePages } from "./pages/office";
import { chooseAndSend } from "./pages/upload";
import { query } from "./security/support/database";
import { expectAccessible, runsNoScript } from "./support/axe";
import { file, freshEmail } from "./support/people";
import { signedIn, type StaffRole } from "./support/run";
import { mailTo } from "./support/smtp";

const { evidence: words, law } = messages("fr");

async function officeOf(browser: Browser, role: StaffRole): Promise<OfficePages> {
  return new OfficePages(await (await browser.newContext({ storageState: signedIn(role) })).newPage());
}

/** The panel of what is known, and the form that records what was compared. */
const evidenceOn = ({ page }: OfficePages) => page.getByRole("region", { name: words.title });
async function compare({ page, ...office }: OfficePages, results: Record<string, "matches" | "differs">): Promise<void> {
  await page.getByText(words.compare).click();
  for (const [fact, result] of Object.entries(results)) await page.locator(`input[name="${fact}"][value="${result}"]`).check();
  await page.getByRole("button", { name: words.compareSubmit }).click();
  await expect(page.getByText(office.words.done.recordEvidence)).toBeVisible();
}

/** How the viewer shows a page: how much wider than its frame, whether what is turned on its side has room, and how it is turned. */
async function lookOf(page: Page): Promise<{ wide: number; isSquare: boolean; turn: string }> {
  const sheet = page.locator(".viewer-sheet").first();
  await expect(sheet.locator("img")).toHaveJSProperty("complete", true);
  const [box, frame] = [await sheet.boundingBox(), await page.locator(".viewer-frame").first().boundingBox()];
  const turn = await sheet.locator("img").evaluate((picture) => getComputedStyle(picture).transform);
  const [width, height] = [box?.width ?? 0, box?.height ?? 0];
  return { wide: Math.round((width / (frame?.width ?? 1)) * 10) / 10, isSquare: Math.abs(width - height) < 2, turn };
}
const upright = { wide: 1, isSquare: false, turn: "none" };
const onItsSide = { isSquare: true, turn: "matrix(0, 1, -1, 0, 0, 0)" };

/** Larger, to the right, smaller: each looks as it says, and is one more view on record. */
async function zoomAndTurn(page: Page, reference: string, { viewer }: OfficePages["words"]): Promise<void> {
  const views = async () => (await query(`select 1 from "Event" where reference = $1 and type = 'FileViewed'`, [reference])).length;
  expect(await lookOf(page)).toEqual(upright);
  const before = await views();
  const tools = page.getByRole("navigation", { name: viewer.tools });
  const steps = [[viewer.larger, { ...upright, wide: 1.5 }], [viewer.turnRight, { ...onItsSide, wide: 1.5 }], [viewer.smaller, { ...onItsSide, wide: 1 }]] as const;
  for (const [index, [name, look]] of steps.entries()) {
    await tools.getByRole("link", { name, exact: true }).click();
    await expect.poll(() => lookOf(page), { message: name }).toEqual(look);
    expect(await views(), `views on record after: ${name}`).toBe(before + index + 1);
  }
  await expect(tools.getByRole("link", { name: viewer.smaller })).toHaveCount(0);
}

test("the ladder: nothing known, a code entered, the address compared, established without any document", async ({ page, browser }) => {
  test.slow();
  const email = freshEmail();
  const reference = await new AskPages(page).file("access", email);
  const agent = await officeOf(browser, "agent");
  await agent.open(reference, "check");
  await expect(evidenceOn(agent)).toContainText(words.none);
  await expect(evidenceOn(agent)).toContainText(words.advice["compare-facts"]);
  await expect(agent.page.locator('input[name="method"][value="email-code"]')).toHaveCount(0);
  await expect(agent.page.getByText(words.noCode)).toBeVisible();

  await new FollowPages(page).open(reference, email);
  await agent.open(reference, "check");
  await expect(evidenceOn(agent)).toContainText(words.fact["email-code"].what);
  await expect(evidenceOn(agent)).toContainText(words.advice["compare-email"]);
  await expect(agent.page.getByText(words.methodHint.codeNotCompared)).toBeVisible();

  await agent.page.getByText(words.compare).click();
  await agent.page.getByRole("button", { name: words.compareSubmit }).click();
  await expect(agent.page.locator(".error-summary")).toContainText(messages("fr").errors.refusal["nothing-compared"].message);
  await agent.open(reference, "check");
  await compare(agent, { email: "matches" });
  await expectAccessible(agent.page);
  await expect(evidenceOn(agent)).toContainText(words.compared.email.matches);
  await expect(evidenceOn(agent)).toContainText("Camille agent");
  await expect(evidenceOn(agent)).toContainText(words.advice["email-enough"]);
  await expect(agent.page.getByText(words.methodHint.codeNotCompared)).toHaveCount(0);

  await agent.page.locator('input[name="method"][value="email-code"]').check();
  await agent.page.getByRole("button", { name: agent.words.check.acceptSubmit }).click();
  await agent.done("acceptIdentity");
  await expect(agent.page.getByText(law.verificationMethod["email-code"]).first()).toBeVisible();
});

test("what differs is said, and does not decide", async ({ page, browser }) => {
  const reference = await new AskPages(page).file("access", freshEmail());
  const agent = await officeOf(browser, "agent");
  await agent.open(reference, "check");
  await compare(agent, { orderNumber: "matches", postcode: "differs" });
  await expect(evidenceOn(agent)).toContainText(words.compared.postcode.differs);
  await expect(evidenceOn(agent)).toContainText(words.advice["something-differs"]);
  await expect(agent.page.getByText(words.methodHint.factsDiffer)).toBeVisible();
  await expect(agent.page.locator('input[name="method"][value="known-facts"]')).toBeEnabled();
});

test("proof asked for: from when it may lapse is told, and not offered before; what comes is seen with a purpose, under a name and an hour, larger and turned; by nobody before the antivirus has judged it", async ({ page, browser }) => {
  test.slow();
  const email = freshEmail();
  const reference = await new AskPages(page).file("access", email);
  const agent = await officeOf(browser, "agent");
  await agent.askIdentity(reference);
  await agent.open(reference, "check");
  await expect(agent.page.getByText(/vous pourrez le constater à partir du/)).toBeVisible();
  await expect(agent.page.getByRole("button", { name: agent.words.check.lapseSubmit })).toHaveCount(0);
  await expect(evidenceOn(agent)).toContainText(words.advice["wait-or-compare"]);

  await mailTo(email, /(pièce|document|identité)/i);
  const follow = new FollowPages(page);
  await follow.open(reference, email);
  await follow.sendDocument(file("identity.jpg"));
  await agent.open(reference, "check");
  await expect(agent.page.getByText(/trente jours après leur arrivée/)).toBeVisible();
  await expect(evidenceOn(agent)).toContainText(words.advice["look-at-documents"]);
  await agent.page.getByRole("link", { name: /identity\.jpg/ }).first().click();
  await expectAccessible(agent.page);
  await expect(agent.page.getByText(agent.words.viewer.recorded.verification)).toBeVisible();
  await expect(agent.page.locator(".viewer-mark").first()).toContainText(new RegExp(`${reference} · ${law.filePurpose.identity} · vu par Camille agent · .*\\d{2}.?[:h].?\\d{2}`));
  await expect(agent.page.getByRole("link", { name: /télécharger/i })).toHaveCount(0);
  const sheet = agent.page.locator(".viewer-sheet").first();
  await sheet.scrollIntoViewIfNeeded();
  expect(await sheet.evaluate((element) => {
    const { left, top } = element.getBoundingClientRect();
    return document.elementFromPoint(left + 40, Math.max(top, 0) + 40)?.closest(".viewer-mark") !== null;
  }), "the pointer meets the mark, not the picture").toBe(true);
  const picture = (await agent.page.locator(".viewer-sheet img").first().getAttribute("src")) ?? "";
  const alone = await agent.page.context().newPage();
  // An answer without a body is an error to some builds of the browser.
  const alike = alone.waitForResponse((answer) => answer.url().endsWith(picture));
  await alone.goto(picture).catch(() => null);
  expect((await alike).status(), "not without its watermark").toBe(403);
  await alone.close();
  expect((await agent.page.request.get(picture.replace(/\/\d+$/, ""))).status(), "no download of a proof").toBe(404);

  await zoomAndTurn(agent.page, reference, agent.words);
  await expectAccessible(agent.page);
  const scriptless = await (await browser.newContext({ storageState: signedIn("agent"), javaScriptEnabled: false })).newPage();
  runsNoScript(scriptless);
  await scriptless.goto(agent.page.url().split("?")[0] ?? "");
  await zoomAndTurn(scriptless, reference, agent.words);

  await page.goto(`${page.url().split("?")[0]}/check`);
  await chooseAndSend(page.locator("form.upload").first(), file("death.png"), follow.words.upload.submit, "fr");
  const theirs = page.getByRole("list", { name: follow.words.upload.list }).getByRole("listitem");
  await expect(theirs.getByRole("link")).toHaveCount(1);
  // As if the antivirus had been silent when they came in: the one that was sent, and the one that was not yet.
  await query(`update "File" set scan = 'pending' where reference = $1 and purpose = 'identity'`, [reference]);
  const { scan } = agent.words.case;
  await agent.page.reload();
  await expect(agent.page.getByText(scan.pending)).toBeVisible();
  await expect(agent.page.getByText(scan.pendingHint)).toBeVisible();
  await expect(agent.page.locator(".viewer-page")).toHaveCount(0);
  await expectAccessible(agent.page);
  expect((await agent.page.request.get(picture)).status()).toBe(409);
  await agent.open(reference, "check");
  const documents = agent.page.locator(".documents").getByRole("listitem");
  await expect(documents).toHaveCount(1);
  await expect(documents).toContainText("identity.jpg");
  await expect(documents.locator(".tag")).toHaveText(scan.pending);
  await expect(agent.page.getByText(scan.pendingHint)).toBeVisible();
  await expect(agent.page.getByRole("link", { name: /identity\.jpg/ })).toHaveCount(0);
  await page.reload();
  await expect(theirs).toContainText(follow.words.upload.scan.pending);
  await expect(theirs.getByRole("link")).toHaveCount(0);
  await expectAccessible(page);
});
