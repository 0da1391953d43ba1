/** `npm run reset-second-factor -- address`: when the only administrator has lost phone and recovery codes. Sets up anew at the next sign-in. */
import { onDatabase } from "./on-database";

await onDatabase(async (expects) => {
  const { OperatorError, resetFactorByOperator } = await import("@/lib/server/second-factor/operator");
  expects(OperatorError);
  await resetFactorByOperator(process.argv[2] ?? "");
  process.stdout.write("Their second factor is taken away and their sessions have ended. They are told by mail.\n");
});
