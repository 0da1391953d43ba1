import "server-only";
import { LRUCache } from "lru-cache";
import { rolesWith } from "@/lib/access/permissions";
import { mostLoad } from "@/lib/request/colleague-load";
import type { StaffActor } from "../actor";
import { db } from "../db";

type Counts = ReadonlyMap<string, number>;

/** They stand on every page of the queue, and reading them takes the database as long as its rows. */
const lately = new LRUCache<"all", Promise<Counts>>({ max: 1, ttl: 5_000 });

/** Id → how many open cases everybody who handles cases has, up to `mostLoad`: as it was within the last five seconds, and after the last case this process wrote. Nobody's, for who reads no cases. */
export async function openCounts(actor: StaffActor): Promise<Counts> {
  return actor.permissions.has("case.read") ? counted() : new Map();
}

function counted(): Promise<Counts> {
  const known = lately.get("all");
  if (known) return known;
  const counts = countAll();
  lately.set("all", counts);
  counts.catch(forgetOpenCounts);
  return counts;
}

/** Somebody has more or fewer. */
export function forgetOpenCounts(): void {
  lately.clear();
}

async function countAll(): Promise<Counts> {
  const rows = await db().$queryRaw<{ id: string; open: number }[]>`
    select staff.id::text, (select count(*)::int from (select 1 from "SubjectRequest" where "assigneeId" = staff.id and "isOnDesk" limit ${mostLoad}) held) as open
    from "Staff" staff where staff."disabledAt" is null and staff.roles && ${rolesWith("case.handle")}::text[]`;
  return new Map(rows.map(({ id, open }) => [id, open]));
}
