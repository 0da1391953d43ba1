import { type Browser, expect, type Page, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { AskPages } from "./pages/ask";
import { OfficePages } from "./pages/office";
import { provenStaff, query } from "./security/support/database";
import { memberIn, newTeam } from "./security/support/staff";
import { expectAccessible, listens } from "./support/axe";
import { freshEmail } from "./support/people";
import { signedIn, type StaffRole } from "./support/run";

const { teams: words, office, law } = messages("fr");

async function pageOf(browser: Browser, role: StaffRole): Promise<Page> {
  const page = await (await browser.newContext({ storageState: signedIn(role) })).newPage();
  listens(page);
  return page;
}

test("a rule sends what arrives to a team: seen before, told in the timeline, and taken back", async ({ page, browser }) => {
  test.slow();
  const [{ name: team }] = (await query<{ name: string }>(`select name from "Team" where id = $1`, [await newTeam()])) as [{ name: string }];
  const dpo = await pageOf(browser, "dpo");
  await dpo.goto("/office/settings/assignment");
  await dpo.getByRole("button", { name: words.rules.addSubmit }).click();
  await expect(dpo.locator(".error-summary")).toBeVisible();
  await dpo.getByLabel(law.right["post-mortem-directive"].short, { exact: true }).check();
  await dpo.getByLabel(words.rules.to).selectOption(words.rules.toWhom.team(team));
  await dpo.getByRole("button", { name: words.rules.addSubmit }).click();
  await expect(dpo.getByText(office.done.rules)).toBeVisible();
  // The preview names the team as well.
  const rule = dpo.getByRole("row", { name: new RegExp(words.rules.toWhom.team(team)) }).filter({ has: dpo.getByRole("button", { name: /Retirer/ }) });
  await expect(rule).toContainText(law.right["post-mortem-directive"].short);
  await expectAccessible(dpo);

  const reference = await new AskPages(page).file("post-mortem-directive", freshEmail());
  const desk = new OfficePages(dpo);
  await desk.open(reference);
  await expect(dpo.getByText(words.case.team(team))).toBeVisible();
  await expect(dpo.getByText(words.case.givenToTeam(team)).first()).toBeVisible();

  await dpo.goto("/office/settings/assignment");
  await rule.getByRole("button", { name: /Retirer/ }).click();
  await expect(dpo.getByText(office.done.rules)).toBeVisible();
  await expect(rule).toHaveCount(0);
});

test("who is away is said so, with the load of everybody; they are back in one press", async ({ browser }) => {
  const { id } = await memberIn({ team: "", scope: "all" }, "agent");
  const [{ name }] = (await query<{ name: string }>(`select name from "Staff" where id = $1`, [id])) as [{ name: string }];
  const dpo = await pageOf(browser, "dpo");
  await dpo.goto("/office/load");
  await expectAccessible(dpo);
  await dpo.locator(`a[href="/office/absence/${id}"]`).click();
  await expectAccessible(dpo);
  await dpo.getByLabel(words.away.fromLabel).fill("2026-11-02");
  await dpo.getByRole("button", { name: words.away.submit }).click();
  await expect(dpo.getByText(words.away.from("lundi 2 novembre 2026"))).toBeVisible();
  await dpo.goto("/office/load");
  await expect(dpo.getByRole("row", { name }).filter({ has: dpo.locator(`a[href="/office/absence/${id}"]`) })).toContainText(words.away.now);
  await dpo.goto(`/office/absence/${id}`);
  await dpo.getByRole("button", { name: words.away.back }).click();
  await expect(dpo.getByText(words.away.from("lundi 2 novembre 2026"))).toHaveCount(0);
});

test("the administrator adds a team and places somebody in it; a team in use is not removed", async ({ browser }) => {
  const team = `Équipe ${Date.now()}`;
  const { id } = await memberIn({ team: "", scope: "all" }, "agent");
  await provenStaff();
  const admin = await pageOf(browser, "administrator");
  await admin.goto("/office/settings/teams");
  await admin.getByLabel(words.name).fill(team);
  await admin.getByRole("button", { name: words.addSubmit }).click();
  await expect(admin.getByRole("rowheader", { name: team, exact: true })).toBeVisible();
  await expectAccessible(admin);
  await admin.goto(`/office/settings/staff/${id}`);
  await admin.getByLabel(words.place.team, { exact: true }).selectOption(team);
  await admin.getByLabel(words.place.scopes.team).check();
  await admin.getByRole("button", { name: words.place.submit }).click();
  await expect(admin.getByRole("row", { name: new RegExp(`${team}.*${words.place.short.team}`) })).toBeVisible();
  await admin.goto("/office/settings/teams");
  await admin.getByRole("link", { name: words.changeOf(team) }).click();
  await expectAccessible(admin);
  await admin.getByRole("button", { name: words.remove }).click();
  await expect(admin.locator(".error-summary, .notice-problem").first()).toContainText("1 personne en fait partie");
});
