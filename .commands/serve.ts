/** The web: one process, or several on one port behind a small first one that hands them their connections. */
import cluster from "node:cluster";
import { env } from "@/lib/server/env";
import { processesFor, thisMachine } from "@/lib/server/web-processes";
import { exitOnFault } from "./child";
import { quietConsole } from "./quiet-console";
import { reportAndExit } from "./report";

exitOnFault();
try {
  const processes = env().webProcesses ?? processesFor(thisMachine());
  quietConsole();
  // The first process never loads Next.
  if (cluster.isWorker || processes === 1) await (await import("./web")).serveWeb();
  else await (await import("./web-primary")).startWebProcesses(processes);
} catch (error) {
  reportAndExit(error);
}
