import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page } from "@playwright/test";

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

/** No violation of WCAG 2.2 A or AA on the page as it stands, it fits its width, and nothing was said in its console. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(heard.get(page) ?? [], "errors in the browser's console").toEqual([]);
  if (scriptless.has(page.context())) return;
  await expect(page).toHaveTitle(/\S/);
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, "the page scrolls sideways").toBeLessThanOrEqual(1);
}
