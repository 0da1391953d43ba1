import { readFileSync } from "node:fs";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { registerHeader } from "@/lib/i18n/register-cells";
import { act, Form } from "./security/support/action";
import { query } from "./security/support/database";
import { Jar } from "./security/support/http";
import { fileCase } from "./security/support/people";
import { expectAccessible, listens, runsNoScript } from "./support/axe";
import { origin, signedIn, type StaffRole } from "./support/run";

const { figures: text, register, office } = messages("fr");
let reference: string;

test.beforeAll(async () => {
  ({ reference } = await fileCase());
  await act(Jar.of("dpo"), "app/office/figures/actions.ts#publishAction", "/office/figures", [new Form({ isPublic: "yes" })]);
});

async function open(browser: Browser, role: StaffRole, path: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const page = await (await browser.newContext({ storageState: signedIn(role), ...options })).newPage();
  listens(page);
  if (options.javaScriptEnabled === false) runsNoScript(page);
  await page.goto(path);
  return page;
}

const received = async (page: Page) => Number((await page.locator(".key-figures > div", { hasText: text.key.received }).locator(".key-figure").innerText()).replace(/\D/g, ""));

for (const colorScheme of ["light", "dark"] as const) {
  test(`the DPO reads the figures of a period, each picture with its table; ${colorScheme}`, async ({ browser }) => {
    const page = await open(browser, "dpo", "/office", { colorScheme });
    await page.getByRole("link", { name: text.link, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: text.title })).toBeVisible();
    expect(await received(page)).toBeGreaterThan(0);
    await expect(page.getByRole("img", { name: text.volume.chart })).toBeVisible();
    for (const summary of await page.locator(".chart summary").all()) await summary.click();
    await expectAccessible(page);
    const table = page.getByRole("table", { name: text.right.title });
    await expect(table.getByRole("columnheader", { name: text.column.median })).toBeVisible();
    if (colorScheme === "dark") return;
    await page.setViewportSize({ width: 320, height: 640 });
    await expectAccessible(page);
  });
}

test("a filing is counted at once", async ({ browser }) => {
  const page = await open(browser, "auditor", "/office/figures");
  const before = await received(page);
  await fileCase();
  await page.reload();
  expect(await received(page)).toBeGreaterThan(before);
  await expect(page.getByRole("heading", { name: text.publish.title }), "an auditor reads").toHaveCount(0);
});

test("without JavaScript the period is chosen, stands in the address, and nonsense in it is the usual one", async ({ browser }) => {
  const page = await open(browser, "dpo", "/office/figures", { javaScriptEnabled: false });
  const usual = await page.getByLabel(text.from).inputValue();
  await page.getByLabel(text.from).selectOption({ index: 1 });
  await page.getByRole("button", { name: text.show }).click();
  await expect(page).toHaveURL(/from=\d{4}-\d{2}&until=\d{4}-\d{2}$/);
  await expect(page.getByLabel(text.from)).not.toHaveValue(usual);
  await page.locator("#volume ~ details summary").click();
  await expect(page.locator("#volume ~ details tbody tr")).toHaveCount(2);
  await page.goto("/office/figures?from=2026-99&until=%27%20or%201%3D1&from=x");
  await expect(page.getByLabel(text.from)).toHaveValue(usual);
});

test("the figures are in English for whoever works in it", async ({ browser }) => {
  const english = messages("en");
  const page = await open(browser, "dpo", "/en/figures");
  await expect(page.getByRole("heading", { level: 1, name: english.figures.published.title })).toBeVisible();
  await expectAccessible(page);
});

test("anybody reads the published figures; few people are told as few", async ({ browser }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    listens(page);
    if (!javaScriptEnabled) runsNoScript(page);
    await page.goto("/fr/figures");
    await expect(page.getByRole("heading", { level: 1, name: text.published.title })).toBeVisible();
    // Everything in this run came today; of the whole months before there is nothing.
    await expect(page.locator(".key-figures")).toContainText(text.published.few(10));
    await expectAccessible(page);
  }
});

test("what the filters show is downloaded as a table and as data; every download is on record", async ({ browser }) => {
  const page = await open(browser, "auditor", "/office?right=access", { javaScriptEnabled: false });
  const [csv] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: register.csv }).click()]);
  expect(csv.suggestedFilename()).toMatch(/^register-\d{4}-\d{2}-\d{2}\.csv$/);
  const lines = readFileSync(await csv.path(), "utf8").split("\r\n");
  expect(lines[0]).toBe(`\uFEFF${registerHeader("fr").join(",")}`);
  expect(lines.some((line) => line.startsWith(`${reference},`))).toBe(true);
  await page.getByLabel(office.queue.state).selectOption("all");
  await page.getByRole("button", { name: office.queue.filter }).click();
  const [json] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: register.json }).click()]);
  const data = JSON.parse(readFileSync(await json.path(), "utf8")) as { filter: object; requests: { reference: string }[] };
  expect(data.filter).toEqual({ right: "access", state: "all" });
  expect(data.requests.map((each) => each.reference)).toContain(reference);
  const [last] = await query<{ data: object }>(`select data from "Event" where type = 'RegisterExportEnded' order by position desc limit 1`);
  expect(last?.data).toMatchObject({ isComplete: true });
});

test("an agent sees neither figures nor downloads; no other site starts one", async ({ browser }) => {
  const page = await open(browser, "agent", "/office");
  await expect(page.getByRole("link", { name: text.link, exact: true })).toHaveCount(0);
  await expect(page.getByText(register.export)).toHaveCount(0);
  const dpo = Jar.of("dpo");
  for (const headers of [{ "sec-fetch-site": "cross-site", "sec-fetch-dest": "script" }, { "sec-fetch-site": "cross-site", "sec-fetch-dest": "iframe" }]) {
    expect((await dpo.call("/office/register.csv", { headers })).status).toBe(403);
  }
  const answer = await dpo.call("/office/register.csv?right=%27or%201%3D1&state=%00&mine=x&search=x", {});
  expect(answer.status, `a search that is none, from ${origin}`).toBe(404);
});
