/** Serves the bare application of BENCH_BARE on PORT, as Next is embedded in a server of one's own. */
import { createServer } from "node:http";
import next from "next";

const app = next({ dev: false, dir: process.env.BENCH_BARE ?? "" });
await app.prepare();
const handler = app.getRequestHandler();
createServer((request, answer) => void handler(request, answer)).listen(Number(process.env.PORT), () => process.send?.("ready"));
process.on("SIGTERM", () => process.exit(0));
process.on("disconnect", () => process.exit(0));
