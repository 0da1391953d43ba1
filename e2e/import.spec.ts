import { expect, type Page, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { exampleLines } from "@/lib/i18n/import-example";
import { csvLine } from "@/lib/request/register/csv";
import { provenStaff, query } from "./security/support/database";
import { expectAccessible, listens, runsNoScript } from "./support/axe";
import { signedIn } from "./support/run";

const { registerImport: text } = messages("fr");
const names = exampleLines("fr")[0] ?? [];
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const person = `Reprise ${Date.now().toString(36)}`;

/** A register of three requests, as a spreadsheet would save it; `wrong`: with two lines to mend. */
function file(wrong: boolean) {
  const lines: Record<string, string>[] = [
    { id: "A", receivedOn: day(40), channel: "par courrier", rights: "Accès", state: "open", name: person, email: "reprise@client.example", details: "=Tout ce que vous avez" },
    { id: "B", receivedOn: wrong ? "hier" : day(90), channel: "email", rights: "erasure", state: "refused", answeredOn: day(70), refusalGrounds: "excessive", name: "Autre" },
    { id: "C", receivedOn: day(9), channel: "email", rights: wrong ? "tout" : "access", state: "open", email: "autre@client.example" },
  ];
  const cells = lines.map((line) => names.map((name) => line[name] ?? ""));
  return { name: "ancien.csv", mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${[names, ...cells].map(csvLine).join("")}`) };
}

async function send(page: Page, wrong: boolean): Promise<void> {
  await page.getByLabel(text.source).fill(person);
  await page.getByLabel(text.file).setInputFiles(file(wrong));
  await page.getByRole("button", { name: text.submit }).click();
  await page.waitForURL(/\/office\/import\/[0-9a-f-]{36}$/);
}

test("the DPO takes a register over: two lines to mend, the mended file, and the queue shows them", async ({ browser }) => {
  const page = await (await browser.newContext({ storageState: signedIn("dpo") })).newPage();
  listens(page);
  await page.goto("/office");
  await page.getByRole("link", { name: text.link }).click();
  await expect(page.getByRole("heading", { level: 1, name: text.title })).toBeVisible();
  await expectAccessible(page);
  const [example] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: text.format.example }).click()]);
  expect(example.suggestedFilename()).toBe("register-example.csv");

  await provenStaff();
  await send(page, true);
  const apply = (count: number) => page.getByRole("button", { name: text.apply(String(count), count === 1) });
  await expect(apply(1)).toBeVisible();
  const remarks = page.getByRole("table", { name: text.findings.title });
  await expect(remarks.getByRole("row", { name: /^3 / })).toContainText(text.error.date);
  await expect(remarks.getByRole("row", { name: /^4 .*rights/ })).toContainText(text.error["unknown-right"]);
  await expectAccessible(page);
  await apply(1).click();
  await expect(page.getByText(text.applied("1", true))).toBeVisible();

  await page.goto("/office/import");
  await provenStaff();
  await send(page, false);
  await expect(page.locator(".summary-row", { hasText: text.result.known })).toContainText("1");
  await apply(2).click();
  await expect(page.getByText(text.applied("2", false))).toBeVisible();
  await expectAccessible(page);

  await page.goto("/office");
  await page.getByRole("searchbox").fill(person);
  await page.getByRole("searchbox").press("Enter");
  await page.waitForURL("**/office?search=*");
  await page.locator("table.queue tbody a").click();
  await expect(page.getByText("=Tout ce que vous avez")).toBeVisible();
  await expect(page.getByText(messages("fr").law.event.RequestImported)).toBeVisible();
  await expectAccessible(page);
  const [reference] = page.url().split("/").slice(-1);
  expect(await query(`select 1 from graphile_worker._private_jobs where payload::text like $1`, [`%${reference}%`]), "nobody is written to").toEqual([]);
});

test("without JavaScript the file is sent, a link looks again, and what is no file is told at its field", async ({ browser }) => {
  const page = await (await browser.newContext({ storageState: signedIn("dpo"), javaScriptEnabled: false })).newPage();
  listens(page);
  runsNoScript(page);
  await page.goto("/office/import?problem=source");
  await expect(page.getByRole("alert")).toContainText(text.uploadProblem.source);
  await expectAccessible(page);
  await send(page, true);
  await expect(async () => {
    const link = page.getByRole("link", { name: text.refresh });
    if (await link.isVisible()) await link.click();
    await expect(page.getByRole("link", { name: text.findings.download })).toBeVisible({ timeout: 500 });
  }).toPass();
  const [remarks] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: text.findings.download }).click()]);
  expect(remarks.suggestedFilename()).toBe("register-remarks.csv");
});
