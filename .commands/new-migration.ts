/**
 * `npm run migrate:new -- name`: compares prisma/schema.prisma with what the
 * migrations so far build, on a temporary server, and writes the difference as
 * a new migration. What the schema cannot say (triggers, functions) is added
 * to that file by hand, before it is applied anywhere.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readMigrations, withSchemaEngine } from "@/lib/server/schema-engine";
import { startPostgres } from "./postgres.mjs";
import { root } from "./root.mjs";

const name = process.argv[2] ?? "";
const isEmptyAllowed = process.argv.includes("--empty");
if (!/^[a-z][a-z0-9-]{2,60}$/.test(name)) {
  process.stderr.write("Name the migration: npm run migrate:new -- what-it-does [--empty]\n");
  process.exit(1);
}

const folder = join(root, "prisma", "migrations");
const schema = join(root, "prisma", "schema.prisma");
mkdirSync(folder, { recursive: true });
const home = mkdtempSync(join(tmpdir(), "rightsdesk-migration-"));
const server = await startPostgres(home, { isTemporary: true });
try {
  const script = await difference(server.adminUrl("postgres"));
  if (script === "" && !isEmptyAllowed) {
    process.stdout.write("The migrations already build the schema: nothing to write.\n");
  } else {
    const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
    const target = join(folder, `${stamp}_${name.replaceAll("-", "_")}`);
    mkdirSync(target);
    writeFileSync(join(target, "migration.sql"), script);
    process.stdout.write(`Written: ${join(target, "migration.sql")}\n`);
  }
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}

async function difference(connectionString: string): Promise<string> {
  const { stdout } = await withSchemaEngine(connectionString, (engine) =>
    engine.diff({
      from: { tag: "migrations", ...readMigrations(folder) },
      to: { tag: "schemaDatamodel", files: [{ path: schema, content: readFileSync(schema, "utf8") }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }));
  const script = (stdout ?? "").trim();
  return script === "" || script.startsWith("-- This is an empty migration") ? "" : `${script}\n`;
}
