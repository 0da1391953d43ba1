import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { home } from "./run";

const scriptless = new WeakSet<BrowserContext>();

/** Axe is a script: where scripts are off it cannot look. The same pages are looked at where they are on. */
export function runsNoScript(page: Page): void {
  scriptless.add(page.context());
}

const heard = new WeakMap<Page, string[]>();

/** From now on, what the page's console calls an error and what its scripts throw is remembered: `expectAccessible` wants none. */
export function listens(page: Page): void {
  if (heard.has(page)) return;
  const errors: string[] = [];
  heard.set(page, errors);
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
}

/** Pages this run has looked at, by how they are built: a file for each, since the workers share nothing else. */
const looked = join(home, "looked");

/**
 * How a page is built and how it is seen: every element with its attributes, what they and the texts say left out where it is
 * only another name, number or address. Two pages of one build look the same to axe, which takes a second for each.
 */
async function buildOf(page: Page): Promise<string> {
  const built = await page.evaluate(() => {
    const telling = ["type", "lang", "dir", "tabindex", "hidden", "open", "disabled", "required", "scope", "autocomplete"];
    const leads = (ids: string) => ids.split(/\s+/).every((id) => document.getElementById(id) !== null);
    const said = (name: string, value: string) => {
      if (name === "for" || /^aria-(labelledby|describedby|controls)$/.test(name)) return `${name}${leads(value) ? "" : "!"}`;
      if (name === "id") return document.querySelectorAll(`[id="${CSS.escape(value)}"]`).length > 1 ? "id!" : "id";
      return name === "class" || name === "role" || telling.includes(name) || (name.startsWith("aria-") && value.length < 6) ? `${name}=${value}` : `${name}${value ? "" : "!"}`;
    };
    const part = (element: Element): string => {
      const told = [...element.attributes].map(({ name, value }) => said(name, value));
      return `${element.localName}[${told.sort().join()}]${element.textContent?.trim() ? "" : "!"}`;
    };
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    return [document.documentElement.clientWidth, dark, ...[...document.querySelectorAll("html, body, body *")].map(part)].join("\n");
  });
  return createHash("sha256").update(built).digest("hex");
}

/** No violation of WCAG 2.2 A or AA on the page as it stands, it fits its width, and nothing was said in its console. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(heard.get(page) ?? [], "errors in the browser's console").toEqual([]);
  if (scriptless.has(page.context())) return;
  await expect(page).toHaveTitle(/\S/);
  const build = await buildOf(page);
  if (!existsSync(join(looked, build))) {
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual([]);
    mkdirSync(looked, { recursive: true });
    writeFileSync(join(looked, build), "");
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, "the page scrolls sideways").toBeLessThanOrEqual(1);
}
