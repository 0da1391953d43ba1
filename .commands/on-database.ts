/** A command's work on the database there is, the embedded one started for it if need be. `expects`: errors that are told in a line. */
import { openDatabase } from "./database";
import { report } from "./report";

export async function onDatabase(work: (expects: (error: new () => Error) => void) => Promise<void>): Promise<void> {
  const expected: (new () => Error)[] = [];
  try {
    const database = await openDatabase();
    process.env.DATABASE_URL = database.url;
    const { db } = await import("@/lib/server/db");
    try {
      await work((error) => expected.push(error));
    } finally {
      await db().$disconnect();
      await database.release();
    }
  } catch (error) {
    report(error, expected);
    process.exit(1);
  }
}
