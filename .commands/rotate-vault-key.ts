/** `npm run rotate-vault-key`: a new vault key, while the portal serves. Stopped or killed, it goes on when called again. */
import { openDatabase } from "./database";
import { report } from "./report";

let expected: (new () => Error)[] = [];
try {
  const database = await openDatabase();
  process.env.DATABASE_URL = database.url;
  const { rotateVaultKey, RotationError } = await import("@/lib/server/key-ring/rotate");
  const { db } = await import("@/lib/server/db");
  expected = [RotationError];
  try {
    await rotateVaultKey((line) => process.stdout.write(`${line}\n`));
  } finally {
    await db().$disconnect();
    await database.release();
  }
} catch (error) {
  report(error, expected);
  process.exit(1);
}
