import { expect, type Locator } from "@playwright/test";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

/** Chooses a file in a form and sends it; where a picture may be covered first, by way of the look at what will leave. */
export async function chooseAndSend(form: Locator, path: string, button: string, locale: Locale): Promise<void> {
  await form.locator("input[type=file]").setInputFiles(path);
  const review = form.getByRole("button", { name: messages(locale).mask.review });
  const send = form.getByRole("button", { name: button, exact: true });
  await expect(review.or(send)).toBeVisible();
  if (await review.isVisible()) await review.click();
  await send.click();
}

/** What a file is called once it is sent: a covered picture is a JPEG, whatever it was. */
export function sentAs(path: string): RegExp {
  const [, base, kind] = /([^/]+)\.([a-z]+)$/.exec(path) ?? [];
  return new RegExp(`^${base}\\.(jpg|${kind})`);
}
