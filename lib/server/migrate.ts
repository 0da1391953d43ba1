/**
 * Brings a database to the newest schema: our migrations, then the job
 * queue's own. Two runners at once are safe: the second waits, then finds
 * nothing left to do. A migration runs as one transaction, so one that was
 * killed is simply run again.
 */
import "server-only";
import { join } from "node:path";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { locks } from "./locks";
import { readMigrations, withSchemaEngine } from "./schema-engine";

const noFilters = { externalTables: [], externalEnums: [] };

/** A migration that could not be applied; the message is one line for the console. */
export class MigrationError extends Error {}

/** Applies what is missing and returns the names of what it applied. */
export async function migrate(connectionString: string, folder = join(process.cwd(), "prisma", "migrations")): Promise<string[]> {
  const holder = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  holder.on("error", () => {});
  try {
    await holder.connect();
  } catch (error) {
    throw new MigrationError(`The database does not answer (${codeOf(error)}).`);
  }
  try {
    await holder.query("SET lock_timeout = '120s'");
    await holder.query("SELECT pg_advisory_lock($1)", [locks.migrations]);
    const applied = await applyMissing(holder, connectionString, folder);
    await runMigrations({ connectionString, logger: silentLogger });
    return applied;
  } catch (error) {
    throw error instanceof MigrationError ? error : new MigrationError(`The database could not be migrated: ${oneLine(error)}`, { cause: error });
  } finally {
    await holder.end().catch(() => {});
  }
}

async function applyMissing(holder: pg.Client, connectionString: string, folder: string): Promise<string[]> {
  const migrationsList = readMigrations(folder);
  return withSchemaEngine(connectionString, async (engine) => {
    const found = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: noFilters });
    const finished = found.hasMigrationsTable ? await finishedMigrations(holder) : new Set();
    const changed = found.editedMigrationNames.filter((name) => finished.has(name));
    if (changed.length > 0) throw new MigrationError(`A migration was changed after it was applied: ${changed.join(", ")}.`);
    for (const migrationName of found.failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters });
    return appliedMigrationNames;
  });
}

async function finishedMigrations(holder: pg.Client): Promise<Set<string>> {
  const { rows } = await holder.query<{ name: string }>('SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL');
  return new Set(rows.map((row) => row.name));
}

function codeOf(error: unknown): string {
  return (error as { code?: string } | null)?.code ?? "no code";
}

function oneLine(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : { message: String(error), cause: undefined };
  const name = /migration_name="([^"]+)"/.exec(String((cause as Error | undefined)?.message))?.[1];
  return `${name ? `${name}: ` : ""}${message}`.replaceAll(/\s+/g, " ").trim().slice(0, 500);
}

const silentLogger = new Logger(() => () => {});
