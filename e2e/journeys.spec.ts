import { readFileSync } from "node:fs";
import { type Browser, expect, test } from "@playwright/test";
import { AskPages } from "./pages/ask";
import { FollowPages } from "./pages/follow";
import { OfficePages } from "./pages/office";
import { provenStaff } from "./security/support/database";
import { Jar, upload } from "./security/support/http";
import { fileCase } from "./security/support/people";
import { runsNoScript } from "./support/axe";
import { file, freshEmail } from "./support/people";
import { signedIn, type StaffRole } from "./support/run";
import { mailTo } from "./support/smtp";

async function officeOf(browser: Browser, role: StaffRole): Promise<OfficePages> {
  return new OfficePages(await (await browser.newContext({ storageState: signedIn(role) })).newPage());
}

test.describe("access, from filing to reading the answer", () => {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
      test.use({ javaScriptEnabled });

      test("asked, doubted, proved, asked back, answered, read", async ({ page, browser }) => {
        test.slow();
        if (!javaScriptEnabled) runsNoScript(page);
        const email = freshEmail();
        const reference = await new AskPages(page).file("access", email);
        const agent = new OfficePages(await (await browser.newContext({ storageState: signedIn("agent"), javaScriptEnabled })).newPage());
        if (!javaScriptEnabled) runsNoScript(agent.page);
        await agent.take(reference);
        await agent.askIdentity(reference);

        await mailTo(email, /(pièce|document|identité)/i);
        const follow = new FollowPages(page);
        await follow.open(reference, email);
        await expect(page.getByText(follow.words.space.now["identity-asked"]).first()).toBeVisible();
        await follow.sendDocument(file("identity.jpg"));

        await agent.open(reference, "check");
        await agent.page.getByRole("link", { name: /identity\.jpg/ }).first().click();
        const picture = await agent.page.locator("img").first().getAttribute("src");
        const seen = await agent.page.request.get(picture ?? "");
        expect([seen.status(), seen.headers()["content-type"]]).toEqual([200, "image/jpeg"]);
        expect((await seen.body()).subarray(0, 3).toString("hex")).toBe("ffd8ff");
        await agent.acceptDocuments(reference, "identity-card");
        expect((await agent.page.request.get(picture ?? "")).status(), "the document is destroyed").toBe(404);

        await agent.ask(reference, "Quelle commande, s’il vous plaît ?");
        await page.goto(`/fr/follow/${reference}`);
        await expect(page.getByText("Quelle commande, s’il vous plaît ?")).toBeVisible();
        await follow.write("La commande C-42.");

        await agent.note(reference, "NOTE-INTERNE à ne jamais montrer");
        await agent.decide(reference, "fulfilled");
        await agent.write(reference, "Voici tout ce que nous savons.");
        await agent.attach(file("data.json"));
        await agent.send(reference);

        const told = await mailTo(email, new RegExp(`${reference}[^]*(réponse|disponible)`, "i"));
        expect(told.attachments).toEqual([]);
        expect(told.text).not.toContain("Voici tout ce que nous savons.");
        await page.goto(`/fr/follow/${reference}`);
        const reply = await follow.readReply();
        expect(reply).toContain("Voici tout ce que nous savons.");
        expect(reply).not.toContain("NOTE-INTERNE");
        const download = page.getByRole("link", { name: /data\.json/ });
        const answer = await page.request.get((await download.getAttribute("href")) ?? "");
        expect([answer.status(), answer.headers()["content-disposition"]]).toEqual([200, expect.stringContaining("attachment")]);
        expect(await answer.json()).toMatchObject({ name: "Anne Durand" });
      });
    });
  }
});

for (const javaScriptEnabled of [true, false]) {
  test(`a file a colleague attaches while the reply is being read does not leave with it, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ browser }) => {
    test.slow();
    const { reference } = await fileCase();
    const agent = new OfficePages(await (await browser.newContext({ storageState: signedIn("agent"), javaScriptEnabled })).newPage());
    if (!javaScriptEnabled) runsNoScript(agent.page);
    await agent.decide(reference, "fulfilled");
    await agent.write(reference, "Voici tout ce que nous savons.");
    await agent.attach(file("data.json"));
    const { reply } = agent.words;
    const send = agent.page.getByRole("button", { name: reply.send, exact: true });
    await provenStaff();
    expect((await upload(Jar.of("dpo"), `for=reply&purpose=reply&locale=fr&reference=${reference}`, "autre-personne.jpg", readFileSync(file("identity.jpg")), "image/jpeg")).status).toBe(201);
    await send.click();
    const panel = agent.page.locator("section", { has: agent.page.getByRole("heading", { name: reply.sendTitle, exact: true }) });
    await expect(panel.getByText(reply.filesSince.added)).toBeVisible();
    await expect(panel.getByRole("listitem").filter({ hasText: "autre-personne.jpg" })).toBeVisible();
    await expect(panel.getByText("data.json")).toHaveCount(0);
    await expect(agent.page.locator(".sheet").first()).toContainText("autre-personne.jpg");
    await agent.page.getByRole("button", { name: reply.removeName("autre-personne.jpg") }).click();
    await expect(agent.page.locator(".sheet").first()).not.toContainText("autre-personne.jpg");
    await send.click();
    await agent.done("sendReply");
  });
}

test("a partly refused erasure: only a DPO may send it, with reasons and remedies", async ({ page, browser }) => {
  test.slow();
  const email = freshEmail();
  const reference = await new AskPages(page).file("erasure", email);
  const agent = await officeOf(browser, "agent");
  await agent.take(reference);
  await agent.decide(reference, "partly-fulfilled", ["legal-obligation"], "Vos factures doivent être gardées dix ans.");
  await agent.write(reference, "Compte et avis effacés le jour même.");
  await expect(agent.page.getByText(agent.words.reply.onlyDpo)).toBeVisible();
  await expect(agent.page.getByRole("button", { name: agent.words.reply.send, exact: true })).toHaveCount(0);

  const dpo = await officeOf(browser, "dpo");
  await dpo.send(reference);
  const follow = new FollowPages(page);
  await follow.open(reference, email);
  const reply = await follow.readReply();
  for (const part of ["CNIL", "tribunal", "dix ans", "effacés le jour même"]) expect(reply).toContain(part);
});

test("an heir: three papers asked once, one rejected gently, another sent, then an answer", async ({ page, browser }) => {
  test.slow();
  const email = freshEmail("heir");
  const papers = [["death-certificate", file("death.png")], ["heirship-proof", file("heirship.pdf")], ["identity", file("identity.jpg")]] as const;
  const reference = await new AskPages(page).file("deceased", email, papers.map(([purpose, path]) => [purpose, path]));
  const agent = await officeOf(browser, "agent");
  await agent.open(reference);
  await expect(agent.page.getByText("Paul Durand").first()).toBeVisible();
  await agent.rejectDocuments(reference, "unreadable");
  await mailTo(email, new RegExp(`${reference}[^]*(lisible|lire)`, "i"));

  const follow = new FollowPages(page);
  await follow.open(reference, email);
  await follow.sendDocument(file("death.png"));
  await agent.acceptDocuments(reference, "death-certificate", "heirship-proof");
  await agent.decide(reference, "fulfilled");
  await agent.write(reference, "Le compte est fermé et les courriers ont cessé.");
  await agent.send(reference);
  await page.goto(`/fr/follow/${reference}`);
  expect(await follow.readReply()).toContain("les courriers ont cessé");
});

test("a request is withdrawn by the person, and nothing more can be done to it", async ({ page, browser }) => {
  const email = freshEmail();
  const reference = await new AskPages(page).file("transfers", email);
  const follow = new FollowPages(page);
  await follow.open(reference, email);
  await follow.withdraw();
  await mailTo(email, new RegExp(`${reference}[^]*retir`, "i"));
  const agent = await officeOf(browser, "agent");
  await agent.open(reference);
  await expect(agent.page.getByRole("button", { name: agent.words.case.take })).toHaveCount(0);
});

test("two people decide at once: the second is told what happened, and keeps what they typed", async ({ page, browser }) => {
  const reference = await new AskPages(page).file("portability", freshEmail());
  const [agent, dpo] = [await officeOf(browser, "agent"), await officeOf(browser, "dpo")];
  await dpo.open(reference, "handle");
  await dpo.page.locator('input[name="outcome"][value="no-data-held"]').check();
  await dpo.page.getByLabel(dpo.words.handle.explanation).fill("Écrit avant de savoir");
  await agent.decide(reference, "fulfilled");
  await dpo.page.getByRole("button", { name: dpo.words.handle.decideSubmit }).click();
  await expect(dpo.page.locator(".error-summary")).toContainText("Camille agent");
  await expect(dpo.page.getByLabel(dpo.words.handle.explanation)).toHaveValue("Écrit avant de savoir");
});
