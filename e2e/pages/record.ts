import { expect, type Page } from "@playwright/test";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { Right } from "@/lib/law/rights";
import type { Way } from "@/lib/request/ask/arrival-input";
import { expectAccessible, listens } from "../support/axe";

/** A day so many days ago, where the controller is. */
export function daysAgo(days: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(new Date(Date.now() - days * 86_400_000));
}

/** Recording a request that did not come through the form, in the office's language. */
export class RecordPages {
  constructor(
    readonly page: Page,
    readonly locale: Locale = "fr",
  ) {
    listens(page);
  }

  get words() {
    return messages(this.locale).record;
  }

  /** From the queue to the first page. */
  async begin(): Promise<void> {
    await this.page.goto("/office");
    await this.page.getByRole("link", { name: this.words.link }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: this.words.title })).toBeVisible();
    await expectAccessible(this.page);
  }

  async arrived(way: Way, receivedOn: string, rights: Right[], more: Record<string, string> = {}): Promise<void> {
    await this.page.locator(`input[name="way"][value="${way}"]`).check();
    await this.page.locator('input[name="receivedOn"]').fill(receivedOn);
    for (const [field, value] of Object.entries(more)) await this.page.locator(`input[name="${field}"]`).fill(value);
    for (const right of rights) await this.page.locator(`input[name="right"][value="${right}"]`).check();
    await this.page.getByRole("button", { name: this.words.next }).click();
  }

  /** The second page: field → text, or `=value` for a choice. */
  async told(answers: Record<string, string>): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1, name: this.words.details })).toBeVisible();
    await expectAccessible(this.page);
    for (const [field, value] of Object.entries(answers)) {
      if (value.startsWith("=")) await this.page.locator(`input[name="${field}"][value="${value.slice(1)}"]`).check();
      else await this.page.locator(`[name="${field}"]`).fill(value);
    }
    await this.page.getByRole("button", { name: this.words.submit }).click();
  }

  /** The page of the new case, and its reference. */
  async recorded(): Promise<string> {
    await this.page.waitForURL(/\/office\/requests\/[A-Z0-9-]{9}\?done=recordRequest/);
    await expectAccessible(this.page);
    return /requests\/([A-Z0-9-]{9})/.exec(this.page.url())?.[1] as string;
  }

  /** Opens the first letter that waits, as it will be printed. */
  async letter(name: string): Promise<string> {
    await this.page.getByRole("link", { name: this.words.post.print(name) }).click();
    await expect(this.page.locator(".paper")).toBeVisible();
    await expectAccessible(this.page);
    return this.page.locator(".paper").innerText();
  }

  async posted(): Promise<void> {
    await this.page.getByRole("button", { name: this.words.post.submit }).click();
    await expect(this.page.getByText(messages(this.locale).office.done.recordPosting)).toBeVisible();
  }
}
