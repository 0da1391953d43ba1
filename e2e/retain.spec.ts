import { expect, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { AskPages } from "./pages/ask";
import { OfficePages } from "./pages/office";
import { provenStaff } from "./security/support/database";
import { expectAccessible } from "./support/axe";
import { freshEmail } from "./support/people";
import { signedIn } from "./support/run";

test("directives are kept until they are carried out or revoked: staff see it, a DPO notes it", async ({ page, browser }) => {
  test.slow();
  const reference = await new AskPages(page).file("post-mortem-directive", freshEmail());
  const dpo = new OfficePages(await (await browser.newContext({ storageState: signedIn("dpo") })).newPage());
  await dpo.decide(reference, "fulfilled");
  await dpo.write(reference, "Vos directives sont enregistrées.");
  await dpo.send(reference);
  const { retain: words } = dpo.words;

  const agent = new OfficePages(await (await browser.newContext({ storageState: signedIn("agent") })).newPage());
  await agent.open(reference, "retain");
  await expect(agent.page.getByText(words.untilDirectives)).toBeVisible();
  await expect(agent.page.getByText(words.endByDpo)).toBeVisible();
  await expect(agent.page.getByRole("button", { name: words.endSubmit })).toHaveCount(0);

  await provenStaff();
  await dpo.open(reference, "retain");
  await dpo.page.getByRole("button", { name: words.endSubmit }).click();
  await expect(dpo.page.locator(".error-summary")).toBeVisible();
  await expectAccessible(dpo.page);
  await dpo.page.getByLabel(words.endedHow.revoked).check();
  await dpo.page.getByRole("button", { name: words.endSubmit }).click();
  await dpo.done("endDirectives");
  await expect(dpo.page.getByText(words.untilDirectives)).toHaveCount(0);
  await expect(dpo.page.getByRole("heading", { name: words.endTitle })).toHaveCount(0);
  await dpo.open(reference);
  await expect(dpo.page.getByText(messages("fr").law.event.DirectivesEnded)).toBeVisible();
});
