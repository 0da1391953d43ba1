import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { added, MaskTool, type Spot, toDocuments, watched } from "./pages/mask";
import { OfficePages } from "./pages/office";
import { expectAccessible } from "./support/axe";
import { file, freshEmail } from "./support/people";
import { brightest, differing, photographed, pixelsOf, spotsIn } from "./support/pixels";
import { signedIn } from "./support/run";

/** In the middle of `box`, away from its edges. */
const inside = (from: Spot, to: Spot) => spotsIn([from[0] + 0.01, from[1] + 0.01], [to[0] - 0.01, to[1] - 0.01]);
const drawn = [[0.1, 0.6], [0.4, 0.9]] as const;
/** Begun where the corner of `drawn` is taken hold of when that is selected. */
const beside = [[0.39, 0.91], [0.1, 0.97]] as const;

test("what is covered leaves as black, under a watermark, without the original and what it knew; staff see that", async ({ browser }) => {
  test.slow();
  const { page, seen } = await watched(browser);
  const email = freshEmail();
  const ask = await toDocuments(page, "fr", email);
  const tool = new MaskTool(page);
  const photo = await photographed(file("identity.jpg"));
  await tool.choose({ name: "identity.photo.jpg", mimeType: "image/jpeg", buffer: photo });
  await tool.drag(...drawn);
  await tool.drag(...beside);
  await expect(tool.boxes).toHaveCount(2);
  await tool.button(tool.words.add).click();
  await expect(tool.boxes.nth(2)).toBeFocused();
  await page.keyboard.press("Shift+ArrowRight");
  await expectAccessible(page);
  await expect(tool.button(ask.words.documents.send)).toHaveCount(0);
  const preview = await pixelsOf(await tool.review());
  await expectAccessible(page);
  await tool.button(ask.words.documents.send).click();
  await added(ask, "identity.photo.jpg");

  const sent = await seen.files();
  expect(sent.map(({ name, type }) => [name, type])).toEqual([["identity.photo.jpg", "image/jpeg"]]);
  const bytes = Buffer.from(await (sent[0] as File).arrayBuffer());
  const { exif, xmp, iptc, orientation } = await sharp(bytes).metadata();
  expect({ exif, xmp, iptc, orientation }).toEqual({});
  expect([photo.includes("CANARY-OWNER"), bytes.includes("CANARY-OWNER"), bytes.equals(photo)]).toEqual([true, false, false]);

  const [picture, original] = [await pixelsOf(bytes), await pixelsOf(await sharp(photo).rotate().toBuffer())];
  expect([picture.width, picture.height]).toEqual([original.width, original.height]);
  const middle = spotsIn([0.4, 0.5], [0.69, 0.62]);
  expect(brightest(picture, [...inside(...drawn), ...inside([0.1, 0.91], [0.39, 0.97]), ...middle])).toBeLessThan(16);
  expect(brightest(original, inside(...drawn))).toBeGreaterThan(120);
  const open = spotsIn([0.02, 0.02], [0.98, 0.38]);
  expect(differing(picture, original, open), "the watermark").toBeGreaterThan(0.02);
  expect(differing(picture, original, open), "what is under it can still be read").toBeLessThan(0.3);
  expect(differing(picture, preview, spotsIn([0, 0], [0.99, 0.99])), "the preview was the very picture").toBe(0);

  await ask.next();
  const reference = await ask.send();
  const agent = new OfficePages(await (await browser.newContext({ storageState: signedIn("agent") })).newPage());
  await agent.open(reference, "check");
  await agent.page.getByRole("link", { name: /identity\.photo/ }).first().click();
  const shown = await agent.page.request.get((await agent.page.locator("img").first().getAttribute("src")) ?? "");
  const staff = await pixelsOf(await shown.body());
  expect(brightest(staff, inside(...drawn))).toBeLessThan(60);
  expect(brightest(staff, open)).toBeGreaterThan(120);
});

test("without the watermark and without boxes the picture is sent as it looks", async ({ browser }) => {
  const { page, seen } = await watched(browser);
  const ask = await toDocuments(page);
  const tool = new MaskTool(page);
  await tool.choose(file("identity.jpg"));
  await page.getByLabel(tool.words.mark).uncheck();
  await tool.review();
  await tool.button(ask.words.documents.send).click();
  await added(ask, "identity.jpg");
  const bytes = Buffer.from(await ((await seen.files())[0] as File).arrayBuffer());
  const original = readFileSync(file("identity.jpg"));
  expect(bytes.equals(original)).toBe(false);
  expect(differing(await pixelsOf(bytes), await pixelsOf(original), spotsIn([0.01, 0.01], [0.99, 0.99]))).toBeLessThan(0.01);
});

test("all of it with the keyboard: add, move, size, remove, undo, look, go back, send; each step is said", async ({ page }) => {
  const ask = await toDocuments(page, "en");
  const tool = new MaskTool(page, "en");
  const { words } = tool;
  await tool.choose(file("death.png"));
  await tool.form.locator("input[type=file]").focus();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press("Tab");
  await expect(tool.button(words.add)).toBeFocused();
  await press("Enter");
  await expect(tool.boxes).toBeFocused();
  await expect(tool.said).toHaveText(/^Box 1 put 33% from the left and 42% from the top, 33% wide, 17% high\.$/);
  await press("ArrowLeft", "ArrowLeft", "ArrowUp", "Shift+ArrowRight", "Shift+ArrowDown");
  await expect(tool.said).toHaveText(/^Box 1 31% from the left and 40% from the top, 34% wide, 18% high\.$/);
  await press("Delete");
  await expect(tool.said).toHaveText(words.told.removed(1, 0));
  await expect(tool.button(words.add)).toBeFocused();
  await press("Control+z");
  await expect(tool.boxes).toHaveAccessibleName(/^Box 1, 31%/);
  await press("Control+z");
  await expect(tool.boxes).toHaveAccessibleName(/^Box 1, 33%/);
  await press("Enter");
  await expect(tool.boxes.nth(1)).toBeFocused();
  await press("Shift+Tab", "ArrowUp");
  await expect(tool.said).toHaveText(/^Box 1 33%/);
  await tool.button(words.clear).focus();
  await press("Enter");
  await expect(tool.said).toHaveText(words.told.cleared);
  await tool.button(words.undo).focus();
  await press("Space");
  await expect(tool.boxes).toHaveCount(2);
  await tool.button(words.review).focus();
  await press("Enter");
  await expect(page.getByRole("heading", { name: words.reviewTitle })).toBeFocused();
  await press("Tab", "Enter");
  await expect(tool.button(words.add)).toBeFocused();
  await expect(tool.boxes).toHaveCount(2);
  await tool.button(words.review).focus();
  await press("Enter");
  await expect(page.getByRole("heading", { name: words.reviewTitle })).toBeFocused();
  await press("Tab", "Tab");
  await expect(tool.button(ask.words.documents.send)).toBeFocused();
  await press("Enter");
  await added(ask, "death.jpg");
  await expect(tool.button(ask.words.documents.send)).toBeFocused();
});

test.describe("by touch, on a small phone in the dark", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 }, colorScheme: "dark" });

  test("a finger draws, carries and stretches; one press at a time does too; all is large enough", async ({ page }) => {
    await toDocuments(page);
    const tool = new MaskTool(page);
    await tool.choose(file("identity.jpg"));
    const finger = await page.context().newCDPSession(page);
    const swipe = async (from: Spot, to: Spot) => {
      const [start, end] = [await tool.at(from), await tool.at(to)];
      await finger.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [start] });
      for (const part of [0.3, 0.7, 1]) await finger.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: start.x + part * (end.x - start.x), y: start.y + part * (end.y - start.y) }] });
      await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    };
    const scrolled = await page.evaluate(() => scrollY);
    await swipe([0.02, 0.3], [0.42, 0.7]);
    await expect(tool.boxes).toHaveAccessibleName(/^Cache 1, à 2\s% du bord gauche et 30\s% du haut, large de 4[01]\s%, haut de 4[01]\s%$/);
    await swipe([0.2, 0.5], [0.3, 0.4]);
    await expect(tool.boxes).toHaveAccessibleName(/^Cache 1, à 12\s% du bord gauche et 20\s% du haut/);
    expect(await page.evaluate(() => scrollY), "the page stays where it is").toBe(scrolled);
    await swipe([0.55, 0.64], [0.65, 0.74]);
    await expect(tool.boxes).toHaveAccessibleName(/large de 5[01]\s%, haut de 5[01]\s%$/);
    await page.getByRole("button", { name: tool.words.keys.left }).tap();
    await page.getByRole("button", { name: tool.words.keys.taller }).tap();
    await expect(tool.boxes).toHaveAccessibleName(/^Cache 1, à 11\s% .* haut de 5[123]\s%$/);
    await tool.drag([0, 0], [0.999, 0.1]);
    await expect(tool.boxes).toHaveCount(2);
    const small = await tool.form.locator(".mask").locator("button, input, .mask-handle").evaluateAll((all) => all.map((each) => each.getBoundingClientRect()).filter(({ width, height }) => Math.min(width, height) < 24).length);
    expect(small, "targets under 24 pixels").toBe(0);
    await expectAccessible(page);
  });
});
