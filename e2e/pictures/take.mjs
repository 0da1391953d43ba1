// Takes the README's two pictures from a running example: `npm start -- --demo`, then `node e2e/pictures/take.mjs`.
import { join } from "node:path";
import { chromium } from "@playwright/test";

const base = process.env.PUBLIC_URL ?? "http://localhost:3000";
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = async (width, height) => (await browser.newContext({ viewport: { width, height }, locale: "fr-FR" })).newPage();

const phone = await page(390, 780);
await phone.goto(`${base}/fr/ask/access`);
await phone.getByRole("button", { name: "Commencer" }).click();
await phone.waitForURL("**/what");
await phone.screenshot({ path: join(import.meta.dirname, "ask.png") });

const desk = await page(1180, 780);
await desk.goto(`${base}/office/sign-in`);
await desk.getByLabel("Adresse e-mail").fill("claire@rightsdesk.example");
await desk.getByLabel("Mot de passe").fill("un orage violet sur Toulouse");
await desk.getByRole("button", { name: "Se connecter" }).click();
await desk.waitForURL(/\/office$/);
await desk.screenshot({ path: join(import.meta.dirname, "queue.png") });
await browser.close();
