/** What the web process and the worker share: they stop when told, or when their supervisor is gone. */
import cluster from "node:cluster";
import { log } from "@/lib/server/log";

/** Runs `stop` once, at SIGTERM, SIGINT or the loss of the supervisor, then exits with 0. */
export function onStop(stop: () => Promise<void>): void {
  let isStopping = false;
  const begin = (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ code: "stopping", signal });
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ code: "stop_failed", error });
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", () => begin("SIGTERM"));
  // Ctrl-C reaches every process of a terminal: those with a primary wait until it tells them.
  process.on("SIGINT", () => {
    if (cluster.isPrimary) begin("SIGINT");
  });
  process.on("disconnect", () => begin("disconnect"));
}

/** After a fault nobody caught, the state is unknown: say so and leave; the supervisor starts a fresh process. */
export function exitOnFault(): void {
  const leave = (code: string) => (error: unknown) => {
    log.error({ code, error });
    process.exit(70);
  };
  process.on("uncaughtException", leave("uncaught_exception"));
  process.on("unhandledRejection", leave("unhandled_rejection"));
}

/** Tells the supervisor, if there is one, that this process does its work now. */
export function tellReady(): void {
  process.send?.("ready");
}
