import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { FollowPages } from "./pages/follow";
import { added, MaskTool, toDocuments, watched } from "./pages/mask";
import { expectAccessible, runsNoScript } from "./support/axe";
import { file, freshEmail } from "./support/people";

test("what cannot be covered here is said kindly, and goes as it is", async ({ browser }) => {
  const { page, seen } = await watched(browser);
  const ask = await toDocuments(page);
  const tool = new MaskTool(page);
  const field = tool.form.locator("input[type=file]");
  await field.setInputFiles(file("heirship.pdf"));
  await expect(page.getByText(tool.upload.pdf)).toBeVisible();
  await tool.button(ask.words.documents.send).click();
  await added(ask, "heirship.pdf");
  expect(Buffer.from(await ((await seen.files())[0] as File).arrayBuffer()).equals(readFileSync(file("heirship.pdf")))).toBe(true);
  await field.setInputFiles(file("not-a-picture.jpg"));
  await expect(page.getByText(tool.upload.impossible)).toBeVisible();
  await expectAccessible(page);
  await tool.button(ask.words.documents.send).click();
  await expect(field).toBeFocused();
  await expect(page.getByText(tool.upload.error.type)).toBeVisible();
});

test("a tool that does not load is no dead end", async ({ page }) => {
  const ask = await toDocuments(page);
  const tool = new MaskTool(page);
  await page.route("**/_next/static/**", (route) => route.abort());
  await tool.form.locator("input[type=file]").setInputFiles(file("identity.jpg"));
  await expect(page.getByText(tool.upload.impossible)).toBeVisible();
  await tool.button(ask.words.documents.send).click();
  await added(ask, "identity.jpg");
});

test("its code comes when a picture is chosen, not before", async ({ page }) => {
  const scripts: string[] = [];
  page.on("response", async (answer) => {
    if (answer.request().resourceType() === "script") scripts.push(await answer.text());
  });
  await toDocuments(page);
  await page.waitForLoadState("networkidle");
  const isThere = () => scripts.some((text) => text.includes("createImageBitmap"));
  expect([scripts.length > 3, isThere()]).toEqual([true, false]);
  await new MaskTool(page).choose(file("identity.jpg"));
  expect(isThere()).toBe(true);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says how to cover by hand, and the file goes as it is", async ({ browser }) => {
    const { page, seen } = await watched(browser, { javaScriptEnabled: false });
    runsNoScript(page);
    const ask = await toDocuments(page);
    await expect(page.getByText(ask.words.documents.blocks.identity.mask)).toBeVisible();
    await ask.uploaded("identity", file("identity.jpg"));
    expect(Buffer.from(await ((await seen.files())[0] as File).arrayBuffer()).equals(readFileSync(file("identity.jpg")))).toBe(true);
  });
});

test("in the own space: the watermark bears the reference; files of a message go as they are, several at once", async ({ page }) => {
  test.slow();
  const email = freshEmail();
  const ask = await toDocuments(page, "fr", email);
  await ask.next();
  const reference = await ask.send();
  const follow = new FollowPages(page);
  await follow.open(reference, email);
  await page.goto(`/fr/follow/${reference}/check`);
  const tool = new MaskTool(page);
  await tool.choose(file("identity.jpg"));
  await expect(tool.form.getByText(`demande ${reference}`)).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/fr/follow/${reference}`);
  await follow.sendDocument(file("identity.jpg"));
  await page.goto(`/fr/follow/${reference}/message`);
  await page.getByText(follow.words.message.files).click();
  await tool.form.locator("input[type=file]").setInputFiles([file("death.png"), file("heirship.pdf")]);
  await tool.button(tool.upload.submit).click();
  await expect(page.getByRole("list", { name: tool.upload.list }).getByRole("listitem")).toHaveText([/^death\.png/, /^heirship\.pdf/]);
  await expectAccessible(page);
});
