import { expect, test } from "@playwright/test";
import { OfficePages } from "./pages/office";
import { fileCase } from "./security/support/people";
import { file } from "./support/people";
import { signedIn, staffEmail } from "./support/run";
import { mailTo } from "./support/smtp";

test("a note with a file names a colleague: told by mail without what it says, who finds the case and reads it", async ({ browser }) => {
  const { reference } = await fileCase();
  const office = async (role: "agent" | "dpo") => new OfficePages(await (await browser.newContext({ storageState: signedIn(role) })).newPage());
  const [agent, dpo] = [await office("agent"), await office("dpo")];
  const { handle: text, reply } = agent.words;
  await agent.open(reference, "handle");
  await agent.page.getByText(text.noteFiles).click();
  await agent.page.getByLabel(text.noteAttach).setInputFiles(file("data.json"));
  await agent.page.locator("section", { has: agent.page.getByRole("heading", { name: text.note }) }).getByRole("button", { name: reply.attachSubmit, exact: true }).click();
  await expect(agent.page.getByRole("link", { name: "data.json" })).toBeVisible();
  await agent.page.getByText(text.noteTell).click();
  await agent.page.getByLabel("Camille dpo").check();
  // Nothing written yet: the form comes back with whom it was to tell.
  await agent.page.getByRole("button", { name: text.noteSubmit }).click();
  await expect(agent.page.locator(".error-summary")).toBeVisible();
  await expect(agent.page.getByLabel("Camille dpo")).toBeChecked();
  await agent.page.getByLabel(text.noteBody).fill("Peux-tu vérifier l’adresse ?");
  await agent.page.getByRole("button", { name: text.noteSubmit }).click();
  await agent.done("addNote");

  const mail = await mailTo(staffEmail("dpo"), new RegExp(`note de ${reference} vous cite`));
  expect(mail.text).not.toContain("adresse ?");
  await dpo.page.goto("/office?who=mentioned");
  await dpo.page.getByRole("link", { name: reference }).click();
  const note = dpo.page.locator("li.event-internal").first();
  await expect(note).toContainText("Peux-tu vérifier l’adresse ?");
  await expect(note).toContainText(dpo.words.timeline.told("Camille dpo"));
  await expect(note.getByRole("link", { name: "data.json" })).toBeVisible();
  await dpo.open(reference);
});
