import "server-only";
import { notFound } from "next/navigation";
import type { Locale } from "@/lib/i18n/locale";
import type { Typed } from "@/lib/request/ask/draft";
import type { FormState } from "@/lib/request/form-state";
import { parseReference } from "@/lib/request/reference";
import { withWay } from "../form";

/** The space the form belongs to is not open in this browser (any more): what was just typed, and the way to a new code. The same whether or not there is such a request. */
export function spaceClosed(state: FormState, typed: Typed, reference: unknown, locale: Locale): FormState {
  const known = parseReference(reference);
  if (!known || known !== reference) notFound();
  return withWay(state, typed, "session-ended", `/${locale}/follow?reference=${known}`, locale);
}
