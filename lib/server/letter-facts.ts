import "server-only";
import type { LetterFacts, Paper } from "@/lib/letters/letter-facts";
import type { RequestEvent } from "@/lib/request/event";
import { replay } from "@/lib/request/request";
import { timeLimitOf } from "@/lib/request/summary";
import { clockFacts } from "./clock-facts";
import { env } from "./env";
import type { Case } from "./store";

/** What a letter says was so on the day of its event, however late it leaves; by mail, or on paper with what its reader cannot look up. */
export async function letterFactsAt({ request, events }: Pick<Case, "request" | "events">, event: RequestEvent, paper: Paper | null): Promise<LetterFacts> {
  const clock = await clockFacts(new Date(event.at));
  const asItStood = replay(request.reference, events.filter(({ sequence }) => sequence <= event.sequence)) ?? request;
  const { controller, controllerTimeZone } = env();
  return { request: asItStood, event, limit: timeLimitOf(asItStood, clock), controller, timeZone: controllerTimeZone, paper };
}
