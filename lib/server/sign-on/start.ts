import "server-only";
import { notFound, redirect } from "next/navigation";
import { ownPage } from "@/lib/access/own-page";
import { isLocale } from "@/lib/i18n/locale";
import { clientPrefix } from "../client-prefix";
import { now } from "../clock";
import { env } from "../env";
import { currentStaff } from "../session";
import { countTry } from "../throttle";
import { holdAttempt } from "./attempt";
import { addressThere, draw, ProviderAway } from "./provider";

const perNetwork = { tries: 300, windowMs: 15 * 60_000 };

/**
 * `GET /api/sign-on`: to the provider. With `back`, somebody signed in goes there to prove once more who they are. Writes
 * nothing but a cookie. Not found where there is no single sign-on.
 */
export async function startSignOn(request: Request): Promise<never> {
  const { oidc } = env();
  if (!oidc) notFound();
  const asked = new URL(request.url).searchParams;
  const lang = asked.get("lang") ?? "";
  const locale = isLocale(lang) ? lang : "fr";
  const staff = await currentStaff();
  const back = asked.get("back");
  if (staff && back === null) redirect("/office");
  if (!staff && back !== null) redirect(`/office/sign-in?lang=${locale}`);
  if ((await countTry("sign-on", clientPrefix(request.headers.get("x-forwarded-for")), perNetwork)) > 0) redirect(`/office/sign-in?sso=away&lang=${locale}`);
  const drawn = draw();
  const there = await addressThere(oidc, drawn, staff !== null).catch((fault: unknown) => (fault instanceof ProviderAway ? null : Promise.reject(fault)));
  if (there === null) redirect(staff ? `/office/prove?${new URLSearchParams({ back: ownPage(back), sso: "away" })}` : `/office/sign-in?sso=away&lang=${locale}`);
  await holdAttempt({ ...drawn, locale, startedAt: now().getTime(), ...(staff ? { sessionId: staff.sessionId, back: ownPage(back) } : {}) });
  redirect(there);
}
