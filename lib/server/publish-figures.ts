import "server-only";
import type { StaffActor } from "./actor";
import { audit } from "./audit";
import { db } from "./db";

/** Are figures published? What the last decision says; none was taken before the first. The decision is an event: who, when, what. */
export async function areFiguresPublic(): Promise<boolean> {
  // By position, since clocks of two machines differ; first those few events by their type, or all that came after them would be read.
  const [last] = await db().$queryRaw<{ isPublic: boolean }[]>`
    with said as materialized (select position, data from "Event" where type = 'FiguresPublicationChanged')
    select (data ->> 'isPublic')::boolean as "isPublic" from said order by position desc limit 1`;
  return last?.isPublic === true;
}

/** Publishes them, or takes them back, at once. False without the permission. */
export async function publishFigures(actor: StaffActor, isPublic: boolean): Promise<boolean> {
  if (!actor.permissions.has("figures.publish")) return false;
  await db().$transaction((tx) => audit(tx, actor, "FiguresPublicationChanged", { isPublic }));
  return true;
}
