import "server-only";
import { db } from "../db";
import { log } from "../log";
import type { Handler } from "./job";

/** Writes the last link of the chain of events into the log: against it, a cut or rewritten tail is found. security.md AL1. */
export const anchor: Handler<"anchor"> = async () => {
  const last = await db().event.findFirst({ orderBy: { position: "desc" }, select: { position: true, hash: true } });
  if (last) log.info({ code: `chain_anchor:${Buffer.from(last.hash).toString("hex")}`, count: Number(last.position) });
};
