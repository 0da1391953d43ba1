/** One web process: our edge around Next, on the build in .next. */
import next from "next";
import { env } from "@/lib/server/env";
import { createDrain } from "@/lib/server/edge/drain";
import { createEdge } from "@/lib/server/edge/edge";
import { log } from "@/lib/server/log";
import { onStop, tellReady } from "./child";
import { reportAndExit } from "./report";
import { root } from "./root.mjs";

/** Serves PORT, alone or with others, until told to stop. */
export async function serveWeb(): Promise<void> {
  const { port, publicUrl, trustedHops, webProcesses } = env();
  const app = next({ dev: false, dir: root, hostname: new URL(publicUrl).hostname, port });
  await app.prepare();
  const { isDraining, drain } = createDrain();
  const server = createEdge({ publicUrl, handler: app.getRequestHandler(), log, isDraining, trustedHops, processes: webProcesses });
  onStop(async () => {
    await drain(server);
    await app.close();
  });
  server.once("error", (error: NodeJS.ErrnoException) => {
    reportAndExit(error.code === "EADDRINUSE" ? `Port ${port} is already taken: stop what uses it, or set PORT.` : error);
  });
  server.listen(port, () => {
    log.info({ code: "server_listening", port });
    tellReady();
  });
}
