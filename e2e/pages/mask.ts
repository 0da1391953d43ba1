import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from "@playwright/test";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { answers, freshEmail } from "../support/people";
import { type Wire, wire } from "../support/wire";
import { AskPages } from "./ask";

/** A place on a picture, in parts of its width and height. */
export type Spot = readonly [x: number, y: number];

/** Covering a picture in the first upload of a page. */
export class MaskTool {
  readonly form: Locator;
  readonly stage: Locator;
  readonly boxes: Locator;
  readonly said: Locator;

  constructor(
    readonly page: Page,
    readonly locale: Locale = "fr",
  ) {
    this.form = page.locator("form.upload").first();
    this.stage = this.form.getByRole("application");
    this.boxes = this.stage.getByRole("button");
    this.said = this.form.locator(".mask").getByRole("status");
  }

  get words() {
    return messages(this.locale).mask;
  }

  get upload() {
    return messages(this.locale).follow.upload;
  }

  button(name: string): Locator {
    return this.form.getByRole("button", { name, exact: true });
  }

  async choose(files: Parameters<Locator["setInputFiles"]>[0]): Promise<void> {
    await this.form.locator("input[type=file]").setInputFiles(files);
    await expect(this.said).toHaveText(this.words.opened);
    await this.stage.scrollIntoViewIfNeeded();
  }

  async drag(from: Spot, to: Spot): Promise<void> {
    const [start, end] = [await this.at(from), await this.at(to)];
    const { mouse } = this.page;
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
    await mouse.move(end.x, end.y);
    await mouse.up();
  }

  /** Where a spot is on the screen. */
  async at([x, y]: Spot): Promise<{ x: number; y: number }> {
    const shown = (await this.stage.boundingBox()) as { x: number; y: number; width: number; height: number };
    return { x: shown.x + x * shown.width, y: shown.y + y * shown.height };
  }

  /** The look at what will leave; gives its bytes. */
  async review(): Promise<Buffer> {
    await this.button(this.words.review).click();
    await expect(this.page.getByRole("heading", { name: this.words.reviewTitle })).toBeFocused();
    const picture = this.form.locator(".mask-review img");
    await expect(picture).toHaveJSProperty("complete", true);
    const bytes = await picture.evaluate(async (image: HTMLImageElement) => {
      const made = document.createElement("canvas");
      await image.decode();
      [made.width, made.height] = [image.naturalWidth, image.naturalHeight];
      made.getContext("2d")?.drawImage(image, 0, 0);
      return made.toDataURL("image/png").split(",")[1] as string;
    });
    return Buffer.from(bytes, "base64");
  }
}

/** A browser whose uploads are seen on the wire. */
export async function watched(browser: Browser, options: BrowserContextOptions = {}): Promise<{ page: Page; seen: Wire }> {
  const seen = await wire();
  const context = await browser.newContext({ ...options, proxy: { server: seen.server } });
  context.on("close", seen.close);
  return { page: await context.newPage(), seen };
}

/** The page of documents of a new request. */
export async function toDocuments(page: Page, locale: Locale = "fr", email = freshEmail()): Promise<AskPages> {
  const ask = new AskPages(page, locale);
  await ask.begin("transfers");
  await ask.answer("transfers", answers.transfers);
  await ask.about({ name: "Anne Durand", email });
  await page.waitForURL("**/documents");
  return ask;
}

/** The file stands in the list of what was added. */
export const added = (ask: AskPages, name: string) => expect(ask.page.getByRole("list", { name: ask.words.documents.added }).getByText(name)).toBeVisible();
