import "server-only";
import { randomBytes } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/locale";
import type { Typed } from "@/lib/request/ask/draft";
import type { FormState } from "@/lib/request/form-state";
import { log } from "./log";
import { markFailed } from "./reached";

const secrets: ReadonlySet<string> = new Set(["password", "again", "code", "passkey"]);

/**
 * Runs the work of a form. What fails unexpectedly is logged under a code, without its message, and told at the form:
 * every write is one transaction, so nothing is half done, and what was typed is still there. Secrets are not sent back.
 */
export async function orFault(form: { state: FormState; typed: Typed; locale: Locale }, work: () => Promise<FormState>): Promise<FormState> {
  try {
    return await work();
  } catch (error) {
    unstable_rethrow(error);
    markFailed();
    const code = randomBytes(4).toString("hex");
    log.error({ code: "action_failed", requestId: code, error });
    const typed = Object.fromEntries(Object.entries(form.typed).filter(([name]) => !secrets.has(name)));
    return { errors: {}, refusal: messages(form.locale).errors.fault(code), typed, attempt: form.state.attempt + 1 };
  }
}
