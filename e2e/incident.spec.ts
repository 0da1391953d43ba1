import { expect, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { AskPages } from "./pages/ask";
import { FollowPages } from "./pages/follow";
import { OfficePages } from "./pages/office";
import { query } from "./security/support/database";
import { expectAccessible } from "./support/axe";
import { freshEmail } from "./support/people";
import { signedIn, staffEmail } from "./support/run";
import { mailTo } from "./support/smtp";

const { errors, incident: words, office, letters } = messages("fr");

test("many write about one event: found together, told the same, and answered from one text", async ({ page, browser }) => {
  test.slow();
  const email = freshEmail();
  const reference = await new AskPages(page).file("access", email);
  await query(`update "StaffSession" set "provenAt" = now() where "revokedAt" is null and "staffId" = (select id from "Staff" where email = $1)`, [staffEmail("dpo")]);
  const dpo = new OfficePages(await (await browser.newContext({ storageState: signedIn("dpo") })).newPage());
  const name = `Envoi ${reference}`;
  await dpo.page.goto("/office");
  await dpo.page.getByRole("link", { name: words.link }).click();
  await dpo.page.getByRole("button", { name: words.open.submit }).click();
  await expect(dpo.page.locator(".error-summary")).toBeVisible();
  await dpo.page.getByLabel(words.open.name).fill(name);
  await dpo.page.getByLabel(words.open.startedOn).fill("2026-11-14");
  await dpo.page.getByRole("button", { name: words.open.submit }).click();
  await dpo.done("incidentOpened");
  const incident = new URL(dpo.page.url()).pathname;

  await dpo.open(reference);
  await dpo.page.getByLabel(words.case.choose).selectOption(name);
  await dpo.page.getByRole("region", { name: words.case.of }).getByRole("button", { name: words.case.submit }).click();
  await dpo.done("linkIncident");

  await dpo.page.goto(incident);
  await expect(dpo.page.getByText(words.facts(1, 1))).toBeVisible();
  await expectAccessible(dpo.page);
  await dpo.page.getByLabel(words.answer.fr, { exact: true }).fill("L’envoi du 14 novembre vous a été adressé par erreur.");
  await dpo.page.getByRole("button", { name: words.answer.submit }).click();
  await dpo.done("incidentAnswer");
  await dpo.page.getByLabel(words.letter.fr).fill("Nous cherchons ce qui s’est passé.");
  await dpo.page.getByLabel(words.letter.en).fill("We are looking into it.");
  await dpo.page.getByRole("button", { name: words.letter.submit }).click();
  await expect(dpo.page.locator(".error-summary")).toContainText(words.letter.sure);
  await dpo.page.getByLabel(words.letter.sure).check();
  // The proof grew old while the letter was written: the letter stays, and the proof is given in another tab.
  await query(`update "StaffSession" set "provenAt" = now() - interval '301 seconds' where "staffId" = (select id from "Staff" where email = $1)`, [staffEmail("dpo")]);
  await dpo.page.getByRole("button", { name: words.letter.submit }).click();
  await expect(dpo.page.getByRole("link", { name: errors.way["proof-not-fresh"] })).toHaveAttribute("href", /^\/office\/prove\?/);
  await expect(dpo.page.getByLabel(words.letter.fr)).toHaveValue("Nous cherchons ce qui s’est passé.");
  await query(`update "StaffSession" set "provenAt" = now() where "revokedAt" is null and "staffId" = (select id from "Staff" where email = $1)`, [staffEmail("dpo")]);
  await dpo.page.getByRole("button", { name: words.letter.submit }).click();
  await dpo.done("incidentLetter");

  await mailTo(email, new RegExp(letters.incident.subject(reference)));
  await expect(async () => {
    await dpo.page.goto(incident);
    await expect(dpo.page.getByText(words.letter.told(1))).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await dpo.page.getByRole("link", { name: words.see }).click();
  await expect(dpo.page.getByRole("row", { name: new RegExp(reference) })).toBeVisible();
  await expect(dpo.page.locator("table.queue tbody tr")).toHaveCount(1);
  await dpo.open(reference, "reply");
  await expect(dpo.page.getByLabel(office.reply.body)).toHaveValue(/L’envoi du 14 novembre vous a été adressé par erreur\./);

  const follow = new FollowPages(page);
  await follow.open(reference, email);
  await expect(page.getByText("Nous cherchons ce qui s’est passé.")).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
});
