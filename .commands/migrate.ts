/** `npm run migrate`: brings the database to the newest schema and names what it applied. */
import { MigrationError, migrate } from "@/lib/server/migrate";
import { openDatabase } from "./database";
import { reportAndExit } from "./report";

try {
  const database = await openDatabase();
  try {
    const applied = await migrate(database.url);
    process.stdout.write(applied.length > 0 ? `Applied: ${applied.join(", ")}\n` : "The database is up to date.\n");
  } finally {
    await database.release();
  }
} catch (error) {
  reportAndExit(error, [MigrationError]);
}
