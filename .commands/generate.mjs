/** Writes the Prisma client into prisma/generated when it is missing or older than the schema. */
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/** Needs no engine and no network: the path below only keeps the tool from downloading one. */
export function ensureGenerated() {
  const schema = join(root, "prisma", "schema.prisma");
  const client = join(root, "prisma", "generated", "client.ts");
  if (existsSync(client) && statSync(client).mtimeMs >= statSync(schema).mtimeMs) return;
  const cli = join(root, "node_modules", "prisma", "build", "index.js");
  const result = spawnSync(process.execPath, [cli, "generate", "--schema", schema, "--no-hints"], {
    cwd: root,
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
    encoding: "utf8",
  });
  if (result.status !== 0) throw new Error(`prisma generate failed:\n${result.stdout}${result.stderr}`);
}
