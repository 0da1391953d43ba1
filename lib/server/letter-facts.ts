import "server-only";
import { type CalendarDate, laterOf } from "@/lib/law/calendar";
import type { LetterFacts, Paper } from "@/lib/letters/letter-facts";
import type { RequestEvent } from "@/lib/request/event";
import { replay } from "@/lib/request/evolve";
import { posted } from "@/lib/request/notices";
import { timeLimitOf } from "@/lib/request/summary";
import { clockFacts } from "./clock-facts";
import { env } from "./env";
import type { Case } from "./store";

/**
 * What a letter says was so on the day of its event, however late it leaves; by mail, or on paper with what its reader cannot look up.
 * `postedOn`: on paper, the day it leaves: what it tells counts from then, and is told so.
 */
export async function letterFactsAt({ request, events }: Pick<Case, "request" | "events">, event: RequestEvent, paper: Paper | null, postedOn: CalendarDate = event.on): Promise<LetterFacts> {
  const clock = await clockFacts(new Date(event.at));
  const atEvent = replay(request.reference, events.filter(({ sequence }) => sequence <= event.sequence)) ?? request;
  const asItStood = posted(atEvent, event.id, postedOn);
  const { controller, controllerTimeZone } = env();
  return { request: asItStood, event, limit: timeLimitOf(asItStood, { ...clock, today: laterOf(clock.today, postedOn) }), controller, timeZone: controllerTimeZone, paper };
}
