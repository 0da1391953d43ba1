import "server-only";
import { MailError } from "../mail/mail-error";
import { send } from "../mail/send";
import type { JobRun } from "./job";

/**
 * Sends a mail: true when it left, false when it never will (refused for good, or the last try failed).
 * @throws MailError when it is worth trying again
 */
export async function deliver(mail: Parameters<typeof send>[0], { isLastAttempt }: JobRun): Promise<boolean> {
  try {
    await send(mail);
    return true;
  } catch (error) {
    if (error instanceof MailError && (error.reason === "refused" || isLastAttempt)) return false;
    throw error;
  }
}
