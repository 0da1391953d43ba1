import "server-only";
import { notFound, redirect } from "next/navigation";
import { ownPage } from "@/lib/access/own-page";
import type { SignOnRefusal } from "@/lib/access/sign-on";
import { holdHalf, letIn, thisDevice } from "../door";
import { env } from "../env";
import { log } from "../log";
import { currentStaff } from "../session";
import { type Attempt, takeAttempt } from "./attempt";
import { enterFromThere } from "./enter-from-there";
import { claimsBehind, ProviderAway } from "./provider";
import { proveThere } from "./prove-there";
import { type Vouched, vouchedBy } from "./vouched";

/**
 * `GET /api/sign-on/back`: from the provider. Whatever does not fit this browser's own visit, or is refused, ends at the page one
 * began at, with words of ours: what the provider says is neither shown nor logged.
 */
export async function backFromProvider(request: Request): Promise<never> {
  const { oidc } = env();
  if (!oidc) notFound();
  const attempt = await takeAttempt();
  if (!attempt) redirect("/office/sign-in?sso=failed");
  const vouched = await claimsBehind(oidc, new URL(request.url).search, attempt).then(
    (claims) => vouchedBy(claims, oidc) ?? ("failed" as const),
    (fault: unknown) => refusalOf(fault),
  );
  if (typeof vouched === "string") redirect(beganAt(attempt, vouched));
  if (attempt.sessionId !== undefined) return proveAgain(attempt, vouched);
  const passed = await enterFromThere(vouched, attempt.locale, await thisDevice());
  if ("refused" in passed) redirect(beganAt(attempt, passed.refused));
  if ("sid" in passed) await letIn(passed);
  else await holdHalf(passed.half);
  redirect("sid" in passed ? "/office" : `/office/sign-in/${passed.to}?lang=${attempt.locale}`);
}

async function proveAgain(attempt: Attempt, vouched: Vouched): Promise<never> {
  const actor = await currentStaff();
  if (actor?.sessionId !== attempt.sessionId || !actor) redirect(`/office/sign-in?lang=${attempt.locale}`);
  const proved = await proveThere(actor, vouched, attempt.startedAt);
  if ("refused" in proved) redirect(beganAt(attempt, proved.refused));
  await letIn(proved);
  redirect(ownPage(attempt.back));
}

function beganAt({ locale, sessionId, back }: Attempt, sso: SignOnRefusal): string {
  return sessionId === undefined ? `/office/sign-in?${new URLSearchParams({ sso, lang: locale })}` : `/office/prove?${new URLSearchParams({ back: ownPage(back), sso })}`;
}

function refusalOf(fault: unknown): SignOnRefusal {
  // Of it only the library's own code is kept: the message may quote the provider.
  log.warn({ code: "sign_on_failed", error: fault });
  return fault instanceof ProviderAway ? "away" : "failed";
}
