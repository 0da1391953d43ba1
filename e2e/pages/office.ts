import { expect, type Page } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import type { RefusalGround } from "@/lib/law/grounds";
import type { ProofKind, ProofRejection } from "@/lib/law/identity";
import type { Outcome } from "@/lib/law/outcomes";
import { provenStaff } from "../security/support/database";
import { expectAccessible, listens } from "../support/axe";

/** The desk, in French. */
export class OfficePages {
  readonly words = messages("fr").office;

  constructor(readonly page: Page) {
    listens(page);
  }

  async open(reference: string, stage: "" | "check" | "handle" | "reply" | "retain" = ""): Promise<void> {
    await this.page.goto(`/office/requests/${reference}${stage ? `/${stage}` : ""}`);
    await expectAccessible(this.page);
  }

  async take(reference: string): Promise<void> {
    await this.open(reference);
    await this.page.getByRole("button", { name: this.words.case.take }).click();
    await this.done("takeCase");
  }

  async askIdentity(reference: string): Promise<void> {
    await this.open(reference, "check");
    await this.page.locator('input[name="grounds"][value="email-unknown"]').check();
    const form = this.page.locator("section", { has: this.page.getByRole("heading", { name: this.words.check.ask }) });
    await form.locator('input[name="kinds"][value="identity-card"]').check();
    await form.getByRole("button", { name: this.words.check.askSubmit }).click();
    await this.done("askIdentity");
  }

  async acceptDocuments(reference: string, ...kinds: ProofKind[]): Promise<void> {
    await this.open(reference, "check");
    const form = this.page.locator("section", { has: this.page.getByRole("heading", { name: this.words.check.accept }) });
    await form.locator('input[name="method"][value="document"]').check();
    for (const kind of kinds) await form.locator(`input[name="kinds"][value="${kind}"]`).check();
    await form.getByRole("button", { name: this.words.check.acceptDestroy }).click();
    await this.done("acceptIdentity");
  }

  async rejectDocuments(reference: string, reason: ProofRejection): Promise<void> {
    await this.open(reference, "check");
    await this.page.locator(`input[name="reason"][value="${reason}"]`).check();
    await this.page.getByRole("button", { name: this.words.check.rejectSubmit }).click();
    await this.done("rejectIdentity");
  }

  async ask(reference: string, question: string): Promise<void> {
    await this.open(reference, "handle");
    await this.page.getByLabel(this.words.handle.questionBody).fill(question);
    await this.page.getByRole("button", { name: this.words.handle.questionSubmit }).click();
    await this.done("askQuestion");
  }

  async note(reference: string, text: string): Promise<void> {
    await this.open(reference, "handle");
    await this.page.getByLabel(this.words.handle.noteBody).fill(text);
    await this.page.getByRole("button", { name: this.words.handle.noteSubmit }).click();
    await this.done("addNote");
  }

  async decide(reference: string, outcome: Outcome, grounds: RefusalGround[] = [], explanation = ""): Promise<void> {
    await this.open(reference, "handle");
    await this.page.locator(`input[name="outcome"][value="${outcome}"]`).check();
    for (const ground of grounds) await this.page.locator(`input[name="grounds"][value="${ground}"]`).check();
    if (explanation) await this.page.getByLabel(this.words.handle.explanation).fill(explanation);
    await this.page.getByRole("button", { name: this.words.handle.decideSubmit }).click();
    await this.done("decideClaim");
  }

  /** Takes the template, completes its places, keeps it, and sees it as the person will. Whoever has just proved who they are may then send it. */
  async write(reference: string, completed: string): Promise<void> {
    await provenStaff();
    await this.open(reference, "reply");
    const field = this.page.getByLabel(this.words.reply.body);
    await field.fill((await field.inputValue()).replace(/\[[^[\]\n]+\]/g, completed));
    await this.page.getByRole("button", { name: this.words.reply.save }).click();
    await this.done("draftReply");
    await expect(this.page.locator(".sheet").first()).toContainText(completed);
  }

  async attach(path: string): Promise<void> {
    await this.page.getByLabel(this.words.reply.attach).setInputFiles(path);
    await this.page.getByRole("button", { name: this.words.reply.attachSubmit, exact: true }).click();
    await expect(this.page.getByRole("link", { name: path.split("/").at(-1) as string })).toBeVisible();
  }

  async send(reference: string): Promise<void> {
    await provenStaff();
    await this.open(reference, "reply");
    await this.page.getByRole("button", { name: this.words.reply.send, exact: true }).click();
    await this.done("sendReply");
  }

  async done(command: keyof typeof this.words.done): Promise<void> {
    await expect(this.page.getByText(this.words.done[command])).toBeVisible();
  }
}
