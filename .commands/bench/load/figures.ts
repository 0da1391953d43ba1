/** What is counted and carried away, at the size of the database: a month anew, and the whole register. */
import { actorOfToken, sessionToken, startSession } from "@/lib/server/staff-session";
import { monthOf } from "@/lib/request/figures/period";
import type { CalendarDate } from "@/lib/law/calendar";
import { db } from "@/lib/server/db";
import { recountMonth } from "@/lib/server/figure-cells";
import { registerExport } from "@/lib/server/reads/register";
import { timed } from "../timed";
import { type Tell, isAsked } from "./pages";
import type { World } from "../generate/world";

export async function countAll(tell: Tell, world: World): Promise<void> {
  if (!isAsked("count")) return;
  const month = monthOf(new Date(world.now - 90 * 86_400_000).toISOString().slice(0, 10) as CalendarDate);
  const told = (title: string, times: number[], perSecond: number) => tell({ kind: "figures", title, connections: 1, times, perSecond });
  const recounts = await timed(5, () => db().$transaction((tx) => recountMonth(tx, month)));
  told("a month of figures, counted anew", recounts, 1000 / (recounts[0] ?? 1));
  const session = await db().$transaction((tx) => startSession(tx, world.dpo, { twoFactors: true, provenAt: new Date(), device: null, isKnownDevice: true }));
  const dpo = await actorOfToken(await sessionToken(session));
  if (!dpo) throw new Error("the DPO has no session");
  let lines = 0;
  const times = await timed(1, async () => {
    const found = await registerExport(dpo, { state: "all" }, "csv");
    for await (const piece of found?.text ?? []) lines += piece.split("\r\n").length - 1;
  });
  told("the whole register as CSV, by line", times, (lines * 1000) / (times[0] ?? 1));
}
