import { notFound } from "next/navigation";
import { parseReference } from "@/lib/request/reference";
import { caseOf } from "@/lib/server/reads/case";
import { requireStaff } from "@/lib/server/session";

export type CaseParams = Promise<{ reference: string }>;

/** The case of an address, for whoever may read it; otherwise not found, whether it exists or not. The view is recorded. */
export async function openCase(params: CaseParams) {
  const actor = await requireStaff("case.read");
  const reference = parseReference((await params).reference);
  const view = reference ? await caseOf(actor, reference) : null;
  if (!view) notFound();
  return { actor, view, locale: actor.locale, reference: view.request.reference };
}

/** For titles: the reader's language and the reference, without opening the case. */
export async function titleFacts(params: CaseParams) {
  const actor = await requireStaff("case.read");
  return { locale: actor.locale, reference: parseReference((await params).reference) ?? notFound() };
}
