import { expect, type Page } from "@playwright/test";
import { type Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { Right } from "@/lib/law/rights";
import { claimSteps } from "@/lib/request/ask/claim-answers";
import type { FilePurpose } from "@/lib/request/event";
import { expectAccessible, listens } from "../support/axe";
import { answers } from "../support/people";
import { chooseAndSend, sentAs } from "./upload";

/** Filing a request as a person does: page after page, each one checked for accessibility on the way. */
export class AskPages {
  constructor(
    readonly page: Page,
    readonly locale: Locale = "fr",
  ) {
    listens(page);
  }

  get words() {
    return messages(this.locale).ask;
  }

  /** A whole request by Anne Durand, with these documents or none; gives the reference. */
  async file(right: Right, email: string, documents: readonly [FilePurpose, string][] = []): Promise<string> {
    await this.begin(right);
    await this.answer(right, answers[right]);
    await this.about({ name: "Anne Durand", email });
    for (const [purpose, path] of documents) await this.uploaded(purpose, path);
    await this.passDocuments();
    return this.send();
  }

  async begin(right: Right): Promise<void> {
    await this.page.goto(`/${this.locale}/ask/${right}`);
    await expectAccessible(this.page);
    await this.page.getByRole("button", { name: this.words.start.begin }).click();
  }

  /** All pages of questions of a right. */
  async answer(right: Right, given: Record<string, string | string[]>): Promise<void> {
    for (const { step, fields } of claimSteps[right]) {
      await this.page.waitForURL(`**/ask/${right}/${step}`);
      await expectAccessible(this.page);
      for (const field of fields) await this.fill(field, given[field], this.labelOf(right, field));
      await this.next();
    }
  }

  async about(person: { name: string; email: string; onBehalf?: "self" | "other"; representedName?: string }): Promise<void> {
    await this.page.waitForURL("**/about");
    await expectAccessible(this.page);
    const { fields } = this.words.about;
    await this.fill("name", person.name, fields.name.label);
    await this.fill("email", person.email, fields.email.label);
    if (person.onBehalf) await this.fill("onBehalf", `=${person.onBehalf}`, "");
    if (person.representedName) await this.fill("representedName", person.representedName, fields.representedName.label);
    await this.next();
  }

  async upload(purpose: FilePurpose, path: string): Promise<void> {
    await this.page.waitForURL(/\/documents/);
    const { documents } = this.words;
    const block = this.page.locator("section", { has: this.page.getByRole("heading", { name: documents.blocks[purpose].title }) });
    await chooseAndSend(block, path, documents.send, this.locale);
  }

  async uploaded(purpose: FilePurpose, path: string): Promise<void> {
    await this.upload(purpose, path);
    await expect(this.page.getByRole("list", { name: this.words.documents.added }).getByText(sentAs(path))).toBeVisible();
  }

  /** The page of documents is passed, with or without any. */
  async passDocuments(): Promise<void> {
    await this.page.waitForURL(/\/documents/);
    await expectAccessible(this.page);
    await this.next();
  }

  /** Checks the answers and sends; gives the reference of the receipt. */
  async send(): Promise<string> {
    await this.page.waitForURL("**/check");
    await expectAccessible(this.page);
    await this.page.getByRole("button", { name: this.words.check.send }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: this.words.sent.title })).toBeVisible();
    await expectAccessible(this.page);
    return (await this.page.locator(".receipt-reference").textContent()) ?? "";
  }

  async next(): Promise<void> {
    await this.page.getByRole("button", { name: this.words.next, exact: true }).click();
  }

  private labelOf(right: Right, field: string): string {
    return (this.words.field[right] as Record<string, { label: string }>)[field]?.label ?? field;
  }

  private async fill(field: string, value: string | string[] | undefined, label: string): Promise<void> {
    for (const one of Array.isArray(value) ? value : [value ?? ""]) {
      if (one.startsWith("=")) await this.page.locator(`input[name="${field}"][value="${one.slice(1)}"]`).check();
      else if (one !== "") await this.page.getByLabel(label).and(this.page.locator(`[name="${field}"]`)).fill(one);
    }
  }
}
