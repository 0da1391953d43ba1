/** `npm run rotate-vault-key`: a new vault key, while the portal serves. Stopped or killed, it goes on when called again. */
import { onDatabase } from "./on-database";

await onDatabase(async (expects) => {
  const { rotateVaultKey, RotationError } = await import("@/lib/server/key-ring/rotate");
  expects(RotationError);
  await rotateVaultKey((line) => process.stdout.write(`${line}\n`));
});
