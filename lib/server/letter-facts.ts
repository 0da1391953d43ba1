import "server-only";
import type { LetterFacts, Paper } from "@/lib/letters/letter-facts";
import type { RequestEvent } from "@/lib/request/event";
import { posted, replay } from "@/lib/request/evolve";
import { timeLimitOf } from "@/lib/request/summary";
import { clockFacts } from "./clock-facts";
import { env } from "./env";
import type { Case } from "./store";

/** What a letter says was so on the day of its event, however late it leaves; by mail, or on paper with what its reader cannot look up. */
export async function letterFactsAt({ request, events }: Pick<Case, "request" | "events">, event: RequestEvent, paper: Paper | null): Promise<LetterFacts> {
  const clock = await clockFacts(new Date(event.at));
  const atEvent = replay(request.reference, events.filter(({ sequence }) => sequence <= event.sequence)) ?? request;
  // A letter on paper tells what will be so once it is posted, as if that were on the day it was written.
  const asItStood = posted(atEvent, event.id, event.on);
  const { controller, controllerTimeZone } = env();
  return { request: asItStood, event, limit: timeLimitOf(asItStood, clock), controller, timeZone: controllerTimeZone, paper };
}
