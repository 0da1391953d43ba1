import { expect, type Page } from "@playwright/test";
import { dayWords } from "@/lib/i18n/dates";
import { messages } from "@/lib/i18n/messages";
import { expectAccessible, listens } from "../support/axe";

/** The settings of time limits, in French. */
export class ClockSettingsPages {
  readonly words = messages("fr").clock;

  constructor(readonly page: Page) {
    listens(page);
  }

  async open(): Promise<void> {
    await this.page.goto("/office/settings/time-limit");
    await expect(this.page.getByRole("heading", { level: 1, name: this.words.title })).toBeVisible();
    await expectAccessible(this.page);
  }

  /** Fills the form of a holiday and looks at what it would do. */
  async lookAtHoliday(on: string, becomes: "yes" | "no"): Promise<void> {
    await this.page.locator("#holiday-on").fill(on);
    await this.page.getByLabel(this.words.holidays.options[becomes]).check();
    await this.see(this.words.step.seeOf(this.words.holidays.change));
  }

  async lookAtClosure(from: string, until: string): Promise<void> {
    await this.page.locator("#closure-from").fill(from);
    await this.page.locator("#closure-until").fill(until);
    await this.see(this.words.step.seeOf(this.words.closures.add));
  }

  async lookAtUndoing(on: string): Promise<void> {
    await this.see(this.words.holidays.undoOf(dayWords(on, "fr")));
  }

  async lookAtRemoving(from: string, until: string): Promise<void> {
    await this.see(this.words.closures.removeOf(dayWords(from, "fr"), dayWords(until, "fr")));
  }

  async see(button: string): Promise<void> {
    await this.page.getByRole("button", { name: button, exact: true }).click();
    await expect(this.preview.or(this.problem).first()).toBeVisible();
    await expectAccessible(this.page);
  }

  get preview() {
    return this.page.locator(".clock-preview");
  }

  get problem() {
    return this.page.locator(".error-summary");
  }

  async apply(): Promise<void> {
    await this.page.getByRole("button", { name: this.words.step.apply }).click();
  }

  async applied(): Promise<void> {
    await this.apply();
    await expect(this.page.getByText(messages("fr").office.done.clock)).toBeVisible();
    await expectAccessible(this.page);
  }
}
