import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/locale";
import type { Typed } from "@/lib/request/ask/draft";
import type { FormState } from "@/lib/request/form-state";
import { followCookie } from "../session";
import { askedCode, codeCookie } from "./code-cookie";
import { tryCode } from "./try-code";

type Facts = { locale: Locale; typed: Typed; state: FormState };

/** The six digits; right, they open the person's space. What is no code at all costs no try. */
export async function enterCode({ locale, typed, state }: Facts): Promise<FormState> {
  const texts = messages(locale).follow.code;
  const again = (code: string): FormState => ({ errors: { code }, refusal: null, typed: {}, attempt: state.attempt + 1 });
  const digits = (typeof typed["code"] === "string" ? typed["code"] : "").slice(0, 50).replace(/[\s.-]/g, "");
  if (digits === "") return again(texts.missing);
  if (!/^\d{6}$/.test(digits)) return again(texts.shape);
  const id = await askedCode();
  const tried = id ? await tryCode(id, digits) : "dead";
  if (tried === "dead") return again(texts.dead);
  if ("left" in tried) return again(texts.wrong(tried.left));
  const jar = await cookies();
  jar.set(followCookie.name, tried.token, followCookie.options);
  jar.set(codeCookie.name, "", { ...codeCookie.options, maxAge: 0 });
  redirect(`/${locale}/follow/${tried.reference}`);
}
