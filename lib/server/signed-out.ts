import "server-only";
import type { Typed } from "@/lib/request/ask/draft";
import type { FormState } from "@/lib/request/form-state";
import { withWay } from "./form";
import { preferredLocale } from "./session";

/** Whose session ended while they wrote gets back what this browser just sent, with the way to come in again beside it. */
export async function signedOut(state: FormState, typed: Typed): Promise<FormState> {
  return withWay(state, typed, "signed-out", "/office/sign-in", await preferredLocale());
}
