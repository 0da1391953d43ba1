/** Becomes start.ts on the pinned Node, whatever Node this was called with. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./root.mjs";

const pinnedNode = join(root, "node_modules", "node", "bin", "node");
const args = ["--conditions=react-server", "--import", "tsx", join(root, ".commands", "start.ts"), ...process.argv.slice(2)];
process.chdir(root);

if (process.execve) {
  process.removeAllListeners("warning");
  process.execve(pinnedNode, [pinnedNode, ...args], process.env);
} else {
  const child = spawn(pinnedNode, args, { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.once("exit", (code) => process.exit(code ?? 1));
}
