import "server-only";
import type { QueueFilter } from "@/lib/request/queue-filter";
import type { StaffActor } from "../actor";
import { recordingLook } from "../audit";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { estimatedHits } from "../search-entry";
import { alone, type Asked } from "./asked";
import { queueConditions } from "./queue-filter";
import { type Found, foundColumns, type QueueRow, rowsOf } from "./queue-rows";
import { isPlannedAnew, pageStatement, queuePageSize } from "./queue-statement";

/** As the address says it; `after`: a cursor. */
export type QueueAsked = Partial<QueueFilter> & { after?: string };

/** `searched`: what was typed into the search box; null where nothing was, or where the address is not of this session. */
export type QueuePage = { rows: QueueRow[]; next: string | null; open: number; searched: string | null };

type Line = Found & { open: number; recorded: number };

/**
 * One page of the queue, by the date that matters: what is to be carried out at once by its own day, a message after the reply a week after it came, all else by when the answer is due. `state`: one of the states, `open` (default), `closed`, `all`, or `to-post` for those with
 * letters to hand to the post, open or not, `department` for those that wait for one. `search`: of all cases, closed ones too unless `state` says otherwise, those
 * that have all its words, the latest received first. Of the cases the reader sees. `after` is the cursor a page gave as `next`. Rows, who handles them, a
 * count bounded at 1,000 and the look put on record in one statement, whatever the size: the names of who asks are seen here.
 */
export async function queueAsked(actor: StaffActor, filter: QueueAsked): Promise<Asked<Line, Promise<QueuePage>>> {
  const asked = await queueConditions(actor, filter);
  if (asked.where === null) return { statement: null, read: async () => ({ rows: [], next: null, open: 0, searched: asked.searched }) };
  const hits = asked.tokens === null ? null : await estimatedHits(asked.tokens);
  const today = civilDay(now());
  return {
    statement: pageStatement({ ...asked, after: filter.after, hits, columns: foundColumns(today), recording: (references) => recordingLook(actor, references) }),
    isPlannedAnew: isPlannedAnew({ ...asked, hits }),
    read: async (found) => {
      // Where the page is empty, the count stands alone.
      const all = found.filter(({ reference }) => reference !== null);
      const page = all.slice(0, queuePageSize);
      const last = page.at(-1);
      return {
        rows: await rowsOf(page.map(({ open, recorded, ...row }) => row), today),
        next: all.length > queuePageSize && last ? `${asked.tokens === null ? last[asked.day] : last.receivedOn}_${last.reference}` : null,
        // What is on one page is counted by it; statistics may have promised more.
        open: !filter.after && all.length <= queuePageSize ? all.length : (found[0]?.open ?? 0),
        searched: asked.searched,
      };
    },
  };
}

/** The same by itself. */
export async function queue(actor: StaffActor, filter: QueueAsked): Promise<QueuePage> {
  return alone(await queueAsked(actor, filter));
}
