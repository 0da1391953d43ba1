/** The database of a command: DATABASE_URL when it is set, else the embedded server of DATA_DIR. */
import { env } from "@/lib/server/env";
import { startPostgres } from "./postgres.mjs";

export type Database = {
  url: string;
  /** Stops the server if this process started it, or if nobody else uses it any more. */
  release(): Promise<void>;
};

/** Finds or starts the database and hands back its address. */
export async function openDatabase(): Promise<Database> {
  const { databaseUrl, dataDir } = env();
  if (databaseUrl !== undefined) return { url: databaseUrl, release: async () => {} };
  const server = await startPostgres(dataDir);
  return {
    url: server.url(),
    release: async () => {
      const isShared = server.isAdopted && (await server.isInUse().catch(() => false));
      if (!isShared) await server.stop();
    },
  };
}
