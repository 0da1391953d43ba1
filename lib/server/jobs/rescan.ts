import "server-only";
import { antivirus } from "../antivirus";
import { now } from "../clock";
import { db } from "../db";
import { log } from "../log";
import { enqueue } from "./enqueue";
import type { Handler } from "./job";

const lateMs = 15 * 60_000;
const atOnce = 200;

/**
 * Waits between tries grow to hours; when the antivirus is back, what waited for it is scanned at once. What waits for longer
 * than 15 minutes (it is down, or has no verdict on just this file) raises an alarm in the log. security.md UP5.
 */
export const rescan: Handler<"rescan"> = async () => {
  const waiting = await db().file.findMany({ where: { scan: "pending" }, orderBy: { createdAt: "asc" }, take: atOnce, select: { id: true, createdAt: true } });
  if (waiting.length === 0) return;
  const late = waiting.filter(({ createdAt }) => now().getTime() - createdAt.getTime() > lateMs);
  if (late.length > 0) log.error({ code: antivirus() ? "scan_late" : "antivirus_gone", count: late.length });
  const answers = await Promise.resolve(antivirus()?.check()).then(() => antivirus() !== undefined, () => false);
  if (!answers) return;
  await db().$transaction(async (tx) => {
    for (const { id } of waiting) await enqueue(tx, "scan-file", { fileId: id }, { key: `scan:${id}` });
  });
};
