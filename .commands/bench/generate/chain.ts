/** All events of all requests in the order of time, in one chain, and the looks of staff among them. */
import { randomUUID } from "node:crypto";
import { chainHash } from "@/lib/server/events";
import { copyInto } from "./copy";

type Told = { id: string; reference: string | null; sequence: number | null; type: string; at: string; actor: string; data: object };
const dayOf = (at: string) => at.slice(0, 10);
const looks = 25;

/** `add` events as they are made; `settle` when none before that instant is to come. Begins behind what the chain holds. */
export async function chainInto(adminUrl: string, start: { position: bigint; hash: Uint8Array }) {
  const copy = await copyInto(adminUrl, "Event", ["position", "id", "reference", "sequence", "type", "at", "actor", "data", "hash"]);
  const days = new Map<string, Told[]>();
  let { position, hash } = start;
  let seen: string[] = [];
  const append = async (event: Told) => {
    position += 1n;
    const at = new Date(event.at);
    hash = chainHash(hash, { ...event, position, at });
    await copy.write([position, event.id, event.reference, event.sequence, event.type, at, event.actor, event.data, hash]);
  };
  /** Whoever takes a case has looked at it before, and now and then at a page of the queue. */
  const appendLooks = async ({ reference, actor, at }: Told) => {
    seen = [...seen.slice(1 - looks), reference as string];
    const by = { id: randomUUID(), at, actor, sequence: null };
    if (position % 10n === 0n) await append({ ...by, reference: null, type: "QueueViewed", data: { references: seen } });
    await append({ ...by, id: randomUUID(), reference, type: "CaseViewed", data: {} });
  };
  const settleDay = async (day: string) => {
    const events = days.get(day) ?? [];
    days.delete(day);
    for (const event of events.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : (one.sequence ?? 0) - (other.sequence ?? 0)))) {
      if (event.type === "CaseTaken") await appendLooks(event);
      await append(event);
    }
  };
  return {
    add: (events: Told[]) => {
      for (const event of events) {
        const day = days.get(dayOf(event.at));
        if (day) day.push(event);
        else days.set(dayOf(event.at), [event]);
      }
    },
    settle: async (before: string) => {
      for (const day of [...days.keys()].filter((each) => each < dayOf(before)).sort()) await settleDay(day);
    },
    end: async () => {
      for (const day of [...days.keys()].sort()) await settleDay(day);
      await copy.end();
      return position;
    },
  };
}
