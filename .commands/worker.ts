/** `npm run worker`: the process that sends mail and runs the other jobs of the queue. */
import { startWorker } from "@/lib/server/jobs/worker";
import { openVault } from "@/lib/server/key-ring/ring";
import { exitOnFault, onStop, tellReady } from "./child";
import { quietConsole } from "./quiet-console";
import { reportAndExit } from "./report";

exitOnFault();
try {
  quietConsole();
  await openVault();
  const worker = await startWorker();
  onStop(() => worker.stop());
  tellReady();
} catch (error) {
  reportAndExit(error);
}
