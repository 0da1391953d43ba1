import "server-only";
import { dayWords } from "@/lib/i18n/dates";
import { locales } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { isQuotable, type Source, sources } from "@/lib/law/sources";
import type { Step, TimeLimit } from "@/lib/law/time-limit";
import { parseQuestion } from "@/lib/request/time-limit-question";
import { clientPrefix } from "../client-prefix";
import { log } from "../log";
import { timeLimitFor } from "../reads/time-limit";
import { countTry } from "../throttle";
import { problem } from "./problem";
import { readJson } from "./read-json";
import { sentences } from "./sentences";

/** For each network; without the count there is no answer, since the settings come from the same database. */
const perMinute = { tries: 60, windowMs: 60_000 };

/** `POST /api/v1/time-limit`: by when a request must be answered, and why. Keeps nothing of what is asked. */
export async function answerTimeLimit(request: Request): Promise<Response> {
  try {
    const wait = await countTry("api", clientPrefix(request.headers.get("x-forwarded-for")), perMinute);
    if (wait > 0) return problem({ status: 429, detail: `At most ${perMinute.tries} questions a minute; ask again in ${wait} s.`, headers: { "Retry-After": String(wait) } });
    const read = await readJson(request);
    if ("status" in read) return problem(read);
    const parsed = parseQuestion(read.json);
    if ("issues" in parsed) {
      const errors = parsed.issues.map(({ pointer, code }) => ({ pointer, detail: sentences[code] }));
      return problem({ status: 400, detail: "Some members are missing or wrong.", errors });
    }
    return Response.json(told(await timeLimitFor(parsed.question)), { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    log.error({ code: "api_failed", route: "/api/v1", error });
    return problem({ status: 500, detail: "Something went wrong on our side." });
  }
}

/** Only POST is served here. */
export function onlyPost(): Response {
  return problem({ status: 405, detail: "Ask with POST.", headers: { Allow: "POST" } });
}

function told(limit: TimeLimit) {
  return {
    dueOn: limit.dueOn,
    strictDueOn: limit.strictDueOn,
    extensionNoticeDueBy: limit.extensionNoticeDueOn,
    refusalDueBy: limit.refusalDueOn,
    suspendedSince: limit.suspendedSince,
    steps: limit.steps.map(toldStep),
  };
}

/** A source that counsel has still to confirm is not named. */
function toldStep(step: Step) {
  const { rule, before, after, days, months, holiday, since, until } = step;
  const { label, url }: Source = sources[step.source];
  const source = isQuotable(step.source) ? { id: step.source, label, url } : null;
  const text = Object.fromEntries(locales.map((locale) => [locale, messages(locale).law.step(step, { date: (day) => dayWords(day, locale) })]));
  return { rule, source, before, after, days, months, holiday, since, until, text };
}
