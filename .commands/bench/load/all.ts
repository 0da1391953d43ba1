/** Everything measured at one size, with the bare page before and after. */
import { db } from "@/lib/server/db";
import { startServer } from "../server";
import type { World } from "../generate/world";
import type { Told } from "../at-size";
import { Browser } from "./browser";
import { countAll } from "./figures";
import { measure, percentile } from "./measure";
import { isAsked, type Line, type Tell, visit, visitOffice } from "./pages";
import { signIn } from "./sign-in";
import { write } from "./writes";

/** As often as it takes until what is called all the time is compiled for good. */
const warmUp = 3_000;

type Facts = { world: World; url: string; bareUrl: string; tell: (told: Told) => void; say: (text: string) => void };

export async function measureAll({ world, url, bareUrl, tell: tellParent, say }: Facts): Promise<void> {
  const tell: Tell = ({ times, ...line }: Line) => tellParent({ line: { ...line, p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99), runs: times.length } });
  // Whoever set up an app in an earlier run on a kept database sets one up anew.
  await db().recoveryCode.deleteMany();
  await db().secondFactor.deleteMany();
  const bare = await startServer(bareUrl, { script: ".commands/bench/bare/serve.ts" });
  const server = await startServer(url, { env: { TRUSTED_HOPS: "1" } });
  const bareBrowser = new Browser(bare.origin, 1);
  try {
    const [agent, dpo] = [await signIn(server.origin, "agent"), await signIn(server.origin, "dpo")];
    server.memory();
    // All their processes as they are after their first minute, compiled.
    for (const [browser, path] of [[bareBrowser, "/"], [agent, "/office"]] as const) await measure(path, browser, { connections: 10, rounds: warmUp, visit: (user) => user.get(path), isRight: ({ status }) => status === 200 });
    await visit(tell, "bare", "a bare page, before", bareBrowser, ["/"]);
    await visitOffice(tell, { agent, dpo, bare: bareBrowser, world, url });
    await visit(tell, "bare", "a bare page, after", bareBrowser, ["/"]);
    await countAll(tell, world);
    if (isAsked("write")) await write(tell, { agent, url });
    const memory = server.memory();
    if (memory) say(`  memory of the server: ${memory.peak} MB at most, ${memory.now} MB after`);
    await Promise.all([agent.close(), dpo.close()]);
  } finally {
    await bareBrowser.close();
    await server.end();
    await bare.end();
  }
}
