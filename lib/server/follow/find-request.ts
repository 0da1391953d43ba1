import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/locale";
import type { Typed } from "@/lib/request/ask/draft";
import { email } from "@/lib/request/ask/text";
import type { FormState } from "@/lib/request/form-state";
import { parseReference } from "@/lib/request/reference";
import { db } from "../db";
import { withWords } from "../form";
import { countClient } from "../throttle";
import { type Asked, askCode } from "./ask-code";
import { askedCode, codeCookie, codeTicket } from "./code-cookie";
import { asksAnHour } from "./limits";

type Facts = { locale: Locale; typed: Typed; state: FormState };

/**
 * Reference and address, then always the same page, whatever is known of them. Only what anyone can see in what was typed
 * is told: a reference that fails its own check character, an address that is none; or that too many ask, from their network
 * or in all, since each is a row and a job.
 */
export async function findRequest({ locale, typed, state }: Facts): Promise<FormState> {
  const texts = messages(locale).follow.find;
  const written = typeof typed["reference"] === "string" ? typed["reference"] : "";
  const reference = parseReference(written);
  const address = email().safeParse(typed["email"]);
  const errors = {
    ...(reference ? {} : { reference: written.trim() === "" ? texts.referenceMissing : texts.referenceWrong }),
    ...(address.success ? {} : { email: texts.emailWrong }),
  };
  if (!reference || !address.success) return { errors, refusal: null, typed: { ...typed }, attempt: state.attempt + 1 };
  const wait = await countClient("follow", (await headers()).get("x-forwarded-for"), asksAnHour);
  if (wait > 0) return withWords(state, typed, texts.slowDown(Math.ceil(wait / 60)));
  const asked = await askCode({ reference, email: address.data, locale });
  if (!(await keepsEarlier(asked))) (await cookies()).set(codeCookie.name, await codeTicket(asked.id), codeCookie.options);
  redirect(`/${locale}/follow/code`);
}

/** After the third code of the hour no other leaves: the browser goes on with the one it has, so that it still opens. */
async function keepsEarlier({ tooOften, lookup }: Asked): Promise<boolean> {
  const earlier = tooOften ? await askedCode() : null;
  const row = earlier ? await db().followCode.findUnique({ where: { id: earlier }, select: { lookup: true } }) : null;
  return row !== null && Buffer.from(row.lookup).equals(lookup);
}
