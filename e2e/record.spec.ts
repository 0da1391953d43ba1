import { type Browser, expect, test } from "@playwright/test";
import { dayWords } from "@/lib/i18n/dates";
import { messages } from "@/lib/i18n/messages";
import { FollowPages } from "./pages/follow";
import { OfficePages } from "./pages/office";
import { daysAgo, RecordPages } from "./pages/record";
import { member, password } from "./security/support/staff";
import { expectAccessible, runsNoScript } from "./support/axe";
import { file, freshEmail } from "./support/people";
import { signedIn } from "./support/run";
import { mailTo } from "./support/smtp";

async function deskOf(browser: Browser, javaScriptEnabled = true): Promise<{ record: RecordPages; office: OfficePages }> {
  const page = await (await browser.newContext({ storageState: signedIn("agent"), javaScriptEnabled })).newPage();
  if (!javaScriptEnabled) runsNoScript(page);
  return { record: new RecordPages(page), office: new OfficePages(page) };
}

const fr = messages("fr");

for (const javaScriptEnabled of [true, false]) {
  test(`a registered letter: both its days, its proof, its letters by post, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ browser }) => {
    test.slow();
    const { record, office } = await deskOf(browser, javaScriptEnabled);
    const { page, words } = record;
    await record.begin();
    // Nothing is lost by a mistake, and it is said at the field.
    await record.arrived("registered", daysAgo(9), ["access"], { presentedOn: daysAgo(7) });
    await expect(page.getByText(fr.errors.field["presentedOn"]?.["date-order"] ?? "").first()).toBeVisible();
    await expectAccessible(page);
    await expect(page.locator('input[name="receivedOn"]')).toHaveValue(daysAgo(9));
    await record.arrived("registered", daysAgo(9), ["access"], { presentedOn: daysAgo(12), postedOn: daysAgo(14) });
    await record.told({ words: "Je veux une copie de tout.", name: "" });
    await expect(page.getByText(fr.errors.field["name"]?.required ?? "").first()).toBeVisible();
    await expect(page.locator('[name="words"]')).toHaveValue("Je veux une copie de tout.");
    await record.told({ name: "Raymonde Escudier", postalAddress: "18 rue des Tisserands\n81000 Albi" });
    const reference = await record.recorded();

    await expect(page.getByText(words.proof.missing)).toBeVisible();
    await expect(page.getByText(`présentée le ${dayWords(daysAgo(12), "fr")}, remise le ${dayWords(daysAgo(9), "fr")}`).first()).toBeVisible();
    await page.getByLabel(words.proof.add).setInputFiles(file("not-a-picture.jpg"));
    await page.getByRole("button", { name: words.proof.submit }).click();
    await expect(page.getByRole("alert").first()).toBeVisible();
    await page.getByLabel(words.proof.add).setInputFiles(file("death.png"));
    await page.getByRole("button", { name: words.proof.submit }).click();
    await expect(page.getByText(fr.office.done.addReceiptProof)).toBeVisible();
    await expect(page.getByText(words.proof.missing)).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole("link", { name: /death\.png/ }).click();
    await expect(page.locator("img").first()).toBeVisible();

    await office.open(reference);
    const receipt = await record.letter(fr.office.timeline.letters.receipt);
    for (const part of ["Raymonde Escudier", "18 rue des Tisserands", reference, dayWords(daysAgo(9), "fr")]) expect(receipt).toContain(part);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("navigation").first()).toBeHidden();
    await expect(page.locator(".paper")).toBeVisible();
    await page.emulateMedia({ media: null });
    await record.posted();
    await expect(page.getByText(words.post.title, { exact: true })).toHaveCount(0);

    await office.open(reference, "handle");
    await page.getByLabel(office.words.handle.questionBody).fill("Avez-vous commandé sous un autre nom ?");
    await page.getByRole("button", { name: office.words.handle.questionSubmit }).click();
    await expect(page.getByText(words.post.done)).toBeVisible();
    expect(await record.letter(fr.office.timeline.letters.question)).toContain("Avez-vous commandé sous un autre nom ?");
    await record.posted();

    await office.decide(reference, "fulfilled");
    await office.write(reference, "Voici tout ce que nous savons.");
    await expect(page.getByText(words.post.sendHint)).toBeVisible();
    await expect(page.getByText(words.post.counts)).toBeVisible();
    await page.getByRole("button", { name: office.words.reply.send, exact: true }).click();
    await expect(page.getByText(words.post.done)).toBeVisible();
    await page.goto("/office?state=to-post");
    await expect(page.getByRole("link", { name: reference })).toBeVisible();
    await expectAccessible(page);
    await office.open(reference);
    expect(await record.letter(words.post.reply)).toContain("Voici tout ce que nous savons.");
    await record.posted();
    await expect(page.getByText(words.post.title, { exact: true })).toHaveCount(0);
  });
}

test("a call that left no address: nobody can be told, until one is known; then the receipt leaves", async ({ browser }) => {
  const { record } = await deskOf(browser);
  const { page, words } = record;
  await record.begin();
  await record.arrived("telephone", daysAgo(45), ["objection"]);
  await expect(page.getByText(words.overdueText)).toBeVisible();
  await record.told({ words: "Ne veut plus aucun appel.", objectionKind: "=marketing", silenced: "06 00 00 00 42" });
  const reference = await record.recorded();
  await expect(page.getByRole("heading", { name: words.address.title })).toBeVisible();
  await expect(page.getByText(fr.law.channel.telephone).first()).toBeVisible();
  const email = freshEmail("appel");
  await page.getByRole("button", { name: words.address.submit }).click();
  await expect(page.getByText(fr.errors.field["postalAddress"]?.required ?? "").first()).toBeVisible();
  await page.getByLabel(words.address.way.email).fill(email);
  await page.getByRole("button", { name: words.address.submit }).click();
  await expect(page.getByText(fr.office.done.recordAddress)).toBeVisible();
  const mail = await mailTo(email, new RegExp(reference));
  expect(mail.text).toContain(fr.law.channel.telephone);
});

test("an e-mail: the receipt goes by mail and says how and when it came; the person follows it online", async ({ browser, page }) => {
  const { record } = await deskOf(browser);
  const email = freshEmail("courriel");
  await record.begin();
  await record.arrived("email", daysAgo(3), ["access", "erasure"], { hour: "09:30" });
  await record.told({ words: "Envoyez-moi tout, puis effacez.", name: "Anne Durand", email });
  const reference = await record.recorded();
  const mail = await mailTo(email, new RegExp(reference));
  for (const part of [fr.law.channel.email, dayWords(daysAgo(3), "fr"), "09", `/fr/follow/${reference}`]) expect(mail.text).toContain(part);
  expect(mail.text).not.toContain("Envoyez-moi tout");
  expect(mail.attachments).toEqual([]);
  const follow = new FollowPages(page);
  await follow.open(reference, email);
  await expect(page.getByText("Envoyez-moi tout, puis effacez.")).toBeVisible();
});

test("pressed twice before the first answer came: one request", async ({ browser }) => {
  const { record } = await deskOf(browser, false);
  const { page, words } = record;
  await record.begin();
  await record.arrived("counter", daysAgo(1), ["transfers"]);
  await page.locator('[name="words"]').fill("Demande où vont ses données.");
  await page.locator('[name="name"]').fill("Anne Durand");
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await page.getByRole("button", { name: words.submit }).click();
  const first = await sent;
  const reference = await record.recorded();
  const again = await page.request.post(first.url(), { data: first.postDataBuffer() as Buffer, headers: { "content-type": first.headers()["content-type"] ?? "", origin: new URL(first.url()).origin }, maxRedirects: 0 });
  expect(again.headers()["location"]).toContain(`/office/requests/${reference}?done=alreadyRecorded`);
});

test("in English, for someone who died, in a capacity nobody knows yet", async ({ browser }) => {
  const { email } = await member("agent");
  const page = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await page.goto("/office/sign-in?lang=fr");
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe").fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL(/\/office$/);
  await page.goto("/office/account");
  await page.getByLabel("English").check();
  await page.getByRole("button", { name: "Changer la langue" }).click();
  await page.waitForURL(/done=language/);
  const record = new RecordPages(page, "en");
  await record.begin();
  await record.arrived("letter", daysAgo(2), ["deceased"], { forwardedOn: daysAgo(1) });
  await record.told({ words: "Her husband died in summer; the catalogues keep coming.", name: "Yvette Lacombe", deceasedName: "Roger Lacombe", deceasedCapacity: "=unknown", wishes: "=stop-mailings", locale: "=en", postalAddress: "7 place du Foirail\n12000 Rodez" });
  const reference = await record.recorded();
  await expect(page.getByText(messages("en").office.case.capacityUnknown)).toBeVisible();
  await expect(page.getByText(messages("en").office.case.stopMailings)).toBeVisible();
  expect(await record.letter(messages("en").office.timeline.letters.receipt)).toContain(reference);
});
