/** `npm run reset-second-factor -- address`: when the only administrator has lost phone and recovery codes. Sets up anew at the next sign-in. */
import { openDatabase } from "./database";
import { report } from "./report";

let expected: (new () => Error)[] = [];
try {
  const database = await openDatabase();
  process.env.DATABASE_URL = database.url;
  const { OperatorError, resetFactorByOperator } = await import("@/lib/server/second-factor/operator");
  const { db } = await import("@/lib/server/db");
  expected = [OperatorError];
  try {
    await resetFactorByOperator(process.argv[2] ?? "");
    process.stdout.write("Their second factor is taken away and their sessions have ended. They are told by mail.\n");
  } finally {
    await db().$disconnect();
    await database.release();
  }
} catch (error) {
  report(error, expected);
  process.exit(1);
}
