import { type Browser, expect, type Page } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { nextCode } from "./authenticator";
import { administrator, origin, signedIn, type StaffRole, staffEmail, staffPassword } from "./run";

const roleLabels = { agent: /^Agent/, dpo: /^DPO|^Délégu/, auditor: /^Auditeur/ } as const;

/** Through the real pages: the administrator signs in, adds colleagues, each chooses a password by their link and signs in. */
export async function addStaff(browser: Browser): Promise<void> {
  const admin = await signIn(browser, "administrator", administrator.password);
  for (const role of ["agent", "dpo", "auditor"] as const) {
    await admin.goto("/office/settings/staff");
    await admin.getByLabel("Nom").fill(`Camille ${role}`);
    await admin.getByLabel("E-mail").fill(staffEmail(role));
    await admin.getByLabel(roleLabels[role]).check();
    await admin.getByRole("button", { name: "Ajouter et créer le lien" }).click();
    const link = await admin.getByText(/\/office\/set-up\//).first().textContent();
    await choosePassword(browser, (link ?? "").trim());
    const page = await signIn(browser, role, staffPassword);
    await page.context().close();
  }
  await admin.context().close();
}

async function choosePassword(browser: Browser, link: string): Promise<void> {
  const page = await newPage(browser);
  await page.goto(link);
  await page.getByLabel("Mot de passe", { exact: true }).fill(staffPassword);
  await page.getByLabel("Le même mot de passe, une seconde fois").fill(staffPassword);
  await page.getByRole("button", { name: "Enregistrer le mot de passe" }).click();
  await expect(page.getByText("Votre mot de passe est enregistré")).toBeVisible();
  await page.context().close();
}

/** Signs in by the form and keeps the browser's state for the tests. */
async function signIn(browser: Browser, role: StaffRole, password: string): Promise<Page> {
  const page = await newPage(browser);
  await page.goto("/office/sign-in");
  await page.getByLabel("Adresse e-mail").fill(staffEmail(role));
  await page.getByLabel("Mot de passe").fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  if (role === "administrator" || role === "dpo") await setUpApp(page);
  await page.waitForURL(/\/office(\/settings\/staff)?$/);
  await page.context().storageState({ path: signedIn(role) });
  return page;
}

/** Between password and office, for who needs a second factor: the app is set up by the key on the page. Gives that key. */
export async function setUpApp(page: Page): Promise<string> {
  const { code, setUp } = messages("fr").signIn;
  await page.waitForURL(/\/office\/sign-in\/factor/);
  const secret = ((await page.locator("code.one-time-link").textContent()) ?? "").trim();
  await page.getByLabel(code.code).fill(await nextCode(secret));
  await page.getByRole("button", { name: setUp.submit }).click();
  await page.getByRole("button", { name: setUp.seen }).click();
  return secret;
}

async function newPage(browser: Browser): Promise<Page> {
  return (await browser.newContext({ baseURL: origin, locale: "fr-FR" })).newPage();
}
