import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { freshForm } from "@/lib/request/form-state";
import { act, Form } from "./security/support/action";
import { query } from "./security/support/database";
import { Jar } from "./security/support/http";
import { fileCase, openSpace } from "./security/support/people";
import { expectAccessible, listens, runsNoScript } from "./support/axe";
import { signedIn, type StaffRole } from "./support/run";

const { search, office } = messages("fr");
const note = "app/office/requests/[reference]/handle/actions.ts#addNoteAction";

/** Made anew by every worker: others' cases are not found by it. */
const tag = randomUUID().replace(/\d|-/g, "").padEnd(8, "z").slice(0, 8);
const family = `N’Guessan${tag}`;

let open: { reference: string; email: string };
let closed: string;

/** Once a worker, though the hook runs anew whenever the worker comes back to this file. */
test.beforeAll(async () => {
  if (closed) return;
  const filed = await fileCase({ name: `Zénobie${tag} ${family}`, about: { customerNumber: `CMD-${tag}-4471`, postalAddress: `3 rue des Merisiers${tag}` } });
  open = filed;
  await act(await openSpace(filed), "app/[locale]/follow/[reference]/message/actions.ts#send", `/fr/follow/${filed.reference}/message`, ["fr", filed.reference, freshForm, new Form({ body: `Et l’abonnement au bathyscaphe${tag}` })]);
  await act(Jar.of("agent"), note, `/office/requests/${filed.reference}/handle`, [filed.reference, freshForm, new Form({ body: `Vu avec la laborantine${tag}` })]);
  const gone = await fileCase({ name: `Zénobie${tag} Dumoulin` });
  closed = gone.reference;
  await act(await openSpace(gone), "app/[locale]/follow/[reference]/withdraw/actions.ts#withdraw", `/fr/follow/${closed}/withdraw`, ["fr", closed, freshForm, new Form({})]);
});

async function queueOf(browser: Browser, role: StaffRole = "agent", javaScriptEnabled = true): Promise<Page> {
  const page = await (await browser.newContext({ storageState: signedIn(role), javaScriptEnabled })).newPage();
  listens(page);
  if (!javaScriptEnabled) runsNoScript(page);
  await page.goto("/office");
  return page;
}

async function searchFor(page: Page, typed: string): Promise<void> {
  await page.getByRole("searchbox", { name: search.label }).fill(typed);
  const before = page.url();
  await page.getByRole("button", { name: search.submit, exact: true }).click();
  await page.waitForURL((url) => url.href !== before);
}

async function expectFound(page: Page, references: string[], what = ""): Promise<void> {
  await expect.poll(async () => (await page.locator("table.queue a.reference").allTextContents()).sort(), what).toEqual(references.toSorted());
}

for (const javaScriptEnabled of [true, false]) {
  test(`by name, its beginning, e-mail, number, word of a message or note; nothing readable in the address; ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ browser }) => {
    test.slow();
    const page = await queueOf(browser, "agent", javaScriptEnabled);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(decodeURIComponent(request.url())));
    for (const typed of [`Guessan${tag}`, `nguessan${tag.slice(0, 4)}`, `zenobie${tag.slice(0, 5)} guessan`, open.email.toUpperCase(), `cmd-${tag}-4471`, `merisiers${tag}`, `BATHYSCAPHE${tag}`, `laborantine${tag}`]) {
      await searchFor(page, typed);
      await expectFound(page, [open.reference], typed);
      await expect(page.getByRole("searchbox", { name: search.label })).toHaveValue(typed);
      await expect(page.getByText(office.queue.found(1))).toBeVisible();
      const { searchParams } = new URL(page.url());
      expect([...searchParams.keys()]).toEqual(["search"]);
      expect(searchParams.get("search")).toMatch(/^[\w-]{150,}$/);
    }
    await expectAccessible(page);
    await page.reload();
    await expectFound(page, [open.reference]);
    for (const url of asked) expect(url).not.toMatch(/guess|zenobie|filed\.|4471|merisier|bathyscaphe|laborantine/i);

    await searchFor(page, `zenobie${tag}`);
    await expectFound(page, [open.reference, closed], "closed ones too");
    await page.getByLabel(office.queue.state).selectOption("open");
    await page.getByRole("button", { name: office.queue.filter }).click();
    await expect(page.getByText(office.queue.found(1))).toBeVisible();
    await expectFound(page, [open.reference]);
    await expect(page.getByRole("searchbox", { name: search.label })).toHaveValue(`zenobie${tag}`);

    await searchFor(page, `bathyscaphe${tag.slice(0, 6)}`);
    await expect(page.getByText(search.noneTitle)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: search.clear }).click();
    await expect(page).toHaveURL(/\/office$/);

    await searchFor(page, ` ${open.reference.toLowerCase().replace("-", " ")} `);
    await expect(page).toHaveURL(new RegExp(`/office/requests/${open.reference}$`));
  });
}

test("the key / leads to the box, and is a letter where one writes", async ({ browser }) => {
  const page = await queueOf(browser);
  const box = page.getByRole("searchbox", { name: search.label });
  await page.getByRole("heading", { level: 1 }).click();
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(box).toBeFocused({ timeout: 500 });
  }).toPass();
  await box.fill("");
  await page.keyboard.type("a/b");
  await expect(box).toHaveValue("a/b");
  await box.fill(family);
  await page.keyboard.press("Enter");
  await page.waitForURL(/search=/);
  await expectFound(page, [open.reference]);
});

test("an address of another's session tells nothing, and says so", async ({ browser }) => {
  const page = await queueOf(browser);
  await searchFor(page, family);
  const other = await queueOf(browser, "auditor");
  await other.goto(page.url());
  await expect(other.getByText(search.endedTitle)).toBeVisible();
  await expectFound(other, []);
  await expect(other.getByText(family)).toHaveCount(0);
  await expectAccessible(other);
  await searchFor(other, family);
  await expectFound(other, [open.reference], "an auditor searches");
});

test("what was searched for is in no event and no row", async ({ browser }) => {
  const page = await queueOf(browser);
  await searchFor(page, "introuvable-mirabelle");
  const rows = await query<{ text: string }>(`select coalesce(string_agg(t::text, ' '), '') as text from (select e::text as t from "Event" e union all select s::text from "SearchEntry" s union all select j::text from graphile_worker._private_jobs j) as t`);
  expect(rows[0]?.text).not.toMatch(/mirabelle/i);
});

test("IN1, IN2, IN10: lists, quotes, wildcards and five thousand characters find nothing and break nothing", async ({ browser }) => {
  const agent = Jar.of("agent");
  for (const words of ["' OR 1=1--", "\\", "%_", "(".repeat(5_000), "a".repeat(50_000), "1 ".repeat(20_000), "\u202e\u0000", [family, family]]) {
    const answer = await act(agent, "app/office/actions.ts#searchAction", "/office", [new Form({ words })]);
    expect(answer.status, String(words).slice(0, 20)).toBeLessThan(500);
    const page = await agent.call(answer.redirect ?? "/office");
    expect([page.status, page.ms < 2_000]).toEqual([200, true]);
    if (typeof words === "string") expect(page.text).not.toContain(open.reference);
  }
  const page = await queueOf(browser);
  for (const address of ["search=x", "search[]=x", "search=a&search=b", `search=${"A".repeat(3_000)}`, "search=%00"]) expect((await page.goto(`/office?${address}`))?.status(), address).toBe(200);
});
