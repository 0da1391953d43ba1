import { writeFileSync } from "node:fs";
import { type Browser, expect, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { card } from "@/lib/server/vault/fixtures/make-card";
import { AskPages } from "./pages/ask";
import { FollowPages } from "./pages/follow";
import { OfficePages } from "./pages/office";
import { expectAccessible } from "./support/axe";
import { answers, freshEmail } from "./support/people";
import { signedIn } from "./support/run";

const { signals } = messages("fr");
/** A specimen of ICAO, one digit of it changed. */
const passport = `P<UTOERIKSSON<<ANNA<MARIA${"<".repeat(19)}\nL898902C36UTO7408122F1204159ZE184226B<<<<<20`;

async function asked(browser: Browser, name: string, email: string, path: string): Promise<string> {
  const ask = new AskPages(await (await browser.newContext()).newPage());
  await ask.begin("transfers");
  await ask.answer("transfers", answers.transfers);
  await ask.about({ name, email });
  await ask.uploaded("identity", path);
  await ask.passDocuments();
  return ask.send();
}

test("one picture in two requests is pointed out to staff on both, explained, and to nobody else; a zone is checked and forgotten", async ({ browser }, info) => {
  test.slow();
  const path = info.outputPath("piece.jpg");
  writeFileSync(path, await card(`Camille ${process.pid}`));
  const email = freshEmail();
  const first = await asked(browser, "Camille Durand", freshEmail(), path);
  const second = await asked(browser, "Jean-Pierre Martin", email, path);

  const office = new OfficePages(await (await browser.newContext({ storageState: signedIn("agent") })).newPage());
  for (const [reference, other] of [[second, first], [first, second]] as const) {
    await expect(async () => {
      await office.open(reference, "check");
      await expect(office.page.getByRole("region", { name: signals.title }).getByRole("link", { name: signals.other(other) })).toBeVisible({ timeout: 1000 });
    }).toPass();
  }
  await office.open(second);
  await expect(office.page.getByRole("region", { name: signals.title }).getByRole("link", { name: signals.other(first) })).toBeVisible();
  await office.page.getByRole("link", { name: signals.explained }).click();
  await expect(office.page.getByRole("region", { name: signals.title })).toContainText(signals.lead);

  const zone = office.page.locator("form", { has: office.page.getByRole("button", { name: signals.zone.submit, includeHidden: true }) });
  const check = async (text: string) => {
    await zone.locator("summary").click();
    await zone.getByLabel(signals.zone.label).fill(text);
    await zone.getByRole("button", { name: signals.zone.submit }).click();
  };
  await check("P<UTOERIKSSON");
  await expect(zone.getByText(messages("fr").errors.input.zone).first()).toBeVisible();
  await expectAccessible(office.page);
  await zone.getByLabel(signals.zone.label).fill(passport);
  await zone.getByRole("button", { name: signals.zone.submit }).click();
  await office.done("checkZone");
  expect(office.page.url()).not.toContain("ERIKSSON");
  const region = office.page.getByRole("region", { name: signals.title });
  for (const name of ["zone-digits", "zone-name"] as const) await expect(region.getByRole("heading", { name: signals.signal[name].name })).toBeVisible();
  await expectAccessible(office.page);
  await office.acceptDocuments(second, "passport");

  const follow = new FollowPages(await (await browser.newContext()).newPage());
  await follow.open(second, email);
  const seen = await follow.page.content();
  expect([seen.includes(first), /signal/i.test((await follow.page.locator("main").textContent()) ?? "")]).toEqual([false, false]);
});
