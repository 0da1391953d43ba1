/** `next build`, only when what it is made of has changed since the last one. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const stamp = join(root, ".next", "rightsdesk-build");
/** Not Turbopack: what it makes answers a page of the queue a tenth slower, and with ten at once a fifth. */
const bundler = "--webpack";
const sources = ["app", "components", "lib", "prisma/schema.prisma", "package-lock.json", "next.config.js"];

/** One hash over every file a build reads; tests are not part of it. */
function hashOfSources() {
  const hash = createHash("sha256").update(bundler);
  for (const path of sources.flatMap(filesIn).sort()) hash.update(`${path}\0`).update(readFileSync(join(root, path))).update("\0");
  // Next itself rewrites the rest of this file while it builds.
  hash.update(JSON.stringify(JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8")).compilerOptions?.paths ?? null));
  return hash.digest("hex");
}

function filesIn(path) {
  if (!existsSync(join(root, path))) return [];
  const entries = path.includes(".") ? [] : readdirSync(join(root, path), { recursive: true, withFileTypes: true });
  if (entries.length === 0) return path.includes(".") ? [path] : [];
  return entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

export function isBuildFresh() {
  return existsSync(stamp) && existsSync(join(root, ".next", "BUILD_ID")) && readFileSync(stamp, "utf8") === hashOfSources();
}

/**
 * Builds if needed; true when it built. `actionsKey` must be the one the
 * server runs with: the addresses of forms are derived from it. `onChild` gets
 * the running build, to stop it.
 * @param {string} actionsKey
 * @param {(child: import("node:child_process").ChildProcess) => void} [onChild]
 */
export async function ensureBuilt(actionsKey, onChild = () => {}) {
  if (isBuildFresh()) return false;
  rmSync(stamp, { force: true });
  const before = hashOfSources();
  const child = spawn(process.execPath, [join(root, "node_modules", "next", "dist", "bin", "next"), "build", bundler], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    // A build reaches no database and needs no secret; the mode is production whatever the caller's is.
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey },
  });
  onChild(child);
  const code = await new Promise((done) => { child.once("exit", done).once("error", () => done(1)); });
  if (code !== 0) throw new Error("The build failed: see above.");
  mkdirSync(join(root, ".next"), { recursive: true });
  writeFileSync(stamp, before);
  return true;
}
