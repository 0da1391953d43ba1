/**
 * Prisma's schema engine as WebAssembly: it writes migrations (`diff`) and
 * applies them, with no binary to download.
 */
import "server-only";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type pg from "pg";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/**
 * Prisma's adapter cuts a script at every ";", which breaks the body of a
 * function, and sends each piece alone. Here the whole script goes as one
 * simple query: PostgreSQL then runs it as one transaction, so a migration
 * that is killed half-way leaves nothing behind.
 */
class WholeScriptPg extends PrismaPg {
  /** What PostgreSQL said about the last script it refused. */
  refusal: string | undefined;
  readonly #open: Adapter[] = [];

  override async connect() {
    return this.#sendWhole(await super.connect());
  }

  override async connectToShadowDb() {
    return this.#sendWhole(await super.connectToShadowDb());
  }

  /** The engine leaves its connections open, and with them its own lock. */
  async close() {
    await Promise.all(this.#open.map((adapter) => adapter.dispose().catch(() => {})));
  }

  #sendWhole(adapter: Adapter): Adapter {
    this.#open.push(adapter);
    readSingleBytes(adapter);
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        this.refusal = error instanceof Error ? error.message : undefined;
        throw error;
      }
    };
    return adapter;
  }
}

/**
 * Runs `work` with an engine on one database. `lockTimeoutMs` bounds how long
 * a statement waits for a table in use.
 */
export async function withSchemaEngine<T>(connectionString: string, work: (engine: SchemaEngine) => Promise<T>, lockTimeoutMs = 5_000): Promise<T> {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  await loadWasm(bindings);
  const adapter = new WholeScriptPg({ connectionString, max: 1, options: `-c lock_timeout=${lockTimeoutMs}` });
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
  try {
    return await work(engine);
  } catch (error) {
    throw adapter.refusal === undefined ? error : new Error(adapter.refusal, { cause: error });
  } finally {
    engine.free();
    await adapter.close();
  }
}

/**
 * The catalogue's one-byte type ("char", 18) is unknown to Prisma's adapter:
 * it passes as fixed-length text (1042), and the engine is told what it was.
 * The engine asks one question at a time on its single connection.
 */
function readSingleBytes(adapter: Adapter): void {
  const pool = adapter.underlyingDriver();
  const query = pool.query.bind(pool) as (...given: unknown[]) => Promise<pg.QueryResult>;
  const queryRaw = adapter.queryRaw.bind(adapter);
  let singleBytes: number[] = [];
  pool.query = (async (...given: unknown[]) => {
    const result = await query(...given);
    const fields = result.fields ?? [];
    singleBytes = fields.flatMap((field, index) => (field.dataTypeID === 18 ? [index] : []));
    for (const index of singleBytes) fields[index]!.dataTypeID = 1042;
    return result;
  }) as typeof pool.query;
  adapter.queryRaw = async (asked) => {
    const answer = await queryRaw(asked);
    for (const index of singleBytes) answer.columnTypes[index] = ColumnTypeEnum.Character;
    return answer;
  };
}

let isLoaded = false;

async function loadWasm(bindings: object): Promise<void> {
  if (isLoaded) return;
  const home = dirname(createRequire(join(process.cwd(), "package.json")).resolve("@prisma/schema-engine-wasm"));
  const { instance } = await WebAssembly.instantiate(readFileSync(join(home, "schema_engine_bg.wasm")), { "./schema_engine_bg.js": bindings as WebAssembly.ModuleImports });
  (bindings as { __wbg_set_wasm(wasm: WebAssembly.Exports): void }).__wbg_set_wasm(instance.exports);
  (instance.exports["__wbindgen_start"] as () => void)();
  isLoaded = true;
}

/** The migrations on disk, in order: `<folder>/<timestamp>_<name>/migration.sql`. */
export function readMigrations(folder: string): MigrationList {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names.map((path) => ({
      path,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: readFileSync(join(folder, path, "migration.sql"), "utf8") } },
    })),
  };
}
