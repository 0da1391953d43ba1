/** Taking over a register: the check, and the writing, of a file on disk. `BENCH_IMPORT_LINES`: how many lines, 2,000 by default. */
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { timed } from "./timed";

type Row = (title: string, times: number[], note?: string) => void;

export async function benchImport(row: Row, home: string): Promise<void> {
  const { now } = await import("@/lib/server/clock");
  const { civilDay } = await import("@/lib/server/clock-facts");
  const { registerPieces } = await import("@/lib/server/fixtures/registers");
  const { applyFromDisk, dryRun } = await import("@/lib/server/import/from-disk");
  const lines = Number(process.env.BENCH_IMPORT_LINES ?? 2_000);
  const from = { path: join(home, "register.csv"), source: "bench" };
  await pipeline(Readable.from(registerPieces(lines, civilDay(now()))), createWriteStream(from.path));
  const measured = async <T>(title: string, work: () => Promise<T>): Promise<T> => {
    const before = process.memoryUsage.rss();
    let [peak, made] = [before, undefined as T | undefined];
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
    const times = await timed(1, async () => void (made = await work()));
    clearInterval(watch);
    const perSecond = Math.round((lines * 1000) / (times[0] ?? 1));
    row(title, times, `${lines.toLocaleString("en")} lines, ${perSecond.toLocaleString("en")} a second; memory +${Math.round((peak - before) / 1_048_576)} MB at most, to ${Math.round(peak / 1_048_576)} MB`);
    return made as T;
  };
  const checked = await measured("a register, checked", () => dryRun(from));
  await measured("a register, taken over", () => applyFromDisk(from, null, checked));
  await measured("the same again", () => applyFromDisk(from, null, checked));
}
