import "server-only";
import { env } from "./env";
import { type Antivirus, clamd } from "./vault/clamd";

/** The antivirus that CLAMD_URL names; undefined when there is none. */
export function antivirus(): Antivirus | undefined {
  const { clamd: address } = env();
  return address && clamd(address);
}
