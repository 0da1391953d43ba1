import { expect, type Page } from "@playwright/test";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { expectAccessible, listens } from "../support/axe";
import { allMailTo, mailTo } from "../support/smtp";
import { chooseAndSend, sentAs } from "./upload";

/** The person's own space. */
export class FollowPages {
  constructor(
    readonly page: Page,
    readonly locale: Locale = "fr",
  ) {
    listens(page);
  }

  get words() {
    return messages(this.locale).follow;
  }

  /** Reference and address, then the code of the e-mail. */
  async open(reference: string, email: string): Promise<void> {
    const { find, code } = this.words;
    await this.page.goto(`/${this.locale}/follow`);
    await expectAccessible(this.page);
    await this.page.getByLabel(find.reference).fill(reference.toLowerCase());
    await this.page.getByLabel(find.email).fill(email);
    const before = allMailTo(email).length;
    await this.page.getByRole("button", { name: find.submit }).click();
    await this.page.waitForURL("**/follow/code");
    await expectAccessible(this.page);
    const mail = await mailTo(email, /\b\d{3} ?\d{3}\b/, before);
    expect(mail.subject).not.toMatch(/\d{6}/);
    const digits = /\b(\d{3}) ?(\d{3})\b/.exec(mail.text ?? "");
    await this.page.getByLabel(code.label).fill(`${digits?.[1]}${digits?.[2]}`);
    await this.page.getByRole("button", { name: code.submit }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: this.words.space.title })).toBeVisible();
    await expectAccessible(this.page);
  }

  async sendDocument(path: string): Promise<void> {
    const { check } = this.words;
    await this.page.goto(`${this.page.url().split("?")[0]}/check`);
    await expectAccessible(this.page);
    await chooseAndSend(this.page.locator("form.upload").first(), path, this.words.upload.submit, this.locale);
    await expect(this.page.getByRole("list", { name: this.words.upload.list }).getByText(sentAs(path)).first()).toBeVisible();
    await this.page.getByRole("button", { name: check.send }).click();
    await expect(this.page.getByText(this.words.space.done.receiveIdentity)).toBeVisible();
  }

  async write(text: string): Promise<void> {
    const { message } = this.words;
    await this.page.getByRole("link", { name: message.write }).click();
    await expectAccessible(this.page);
    await this.page.getByLabel(message.label).fill(text);
    await this.page.getByRole("button", { name: message.submit }).click();
    await expect(this.page.getByText(this.words.space.done.sendMessage)).toBeVisible();
    await expect(this.page.getByText(text)).toBeVisible();
  }

  /** The answer; gives its text. */
  async readReply(): Promise<string> {
    await this.page.getByRole("link", { name: this.words.reply.read }).first().click();
    await expect(this.page.getByRole("heading", { level: 1, name: this.words.reply.title })).toBeVisible();
    await expectAccessible(this.page);
    return (await this.page.locator("main").textContent()) ?? "";
  }

  async withdraw(): Promise<void> {
    const { withdraw, space } = this.words;
    await this.page.getByRole("link", { name: withdraw.link }).click();
    await expectAccessible(this.page);
    await this.page.getByRole("button", { name: withdraw.submit }).click();
    await expect(this.page.getByText(space.done.withdrawRequest)).toBeVisible();
  }
}
