import "server-only";

/**
 * Why a mail did not leave. `unreachable`: no server, or it will not talk to us; `deferred`: it asks to come back later;
 * `refused`: it will never take this mail. The message is a code: what the server said may quote the address.
 */
export class MailError extends Error {
  constructor(readonly reason: "unreachable" | "deferred" | "refused") {
    super(`mail-${reason}`);
    this.name = "MailError";
  }
}

type SmtpError = { code?: unknown; command?: unknown; responseCode?: unknown };

/** Reads an error of the SMTP client. Only an answer to the recipient or to the message itself can be a refusal for good. */
export function mailError(error: unknown): MailError {
  const { code, command, responseCode } = (error ?? {}) as SmtpError;
  const isAboutThisMail = (code === "EENVELOPE" || code === "EMESSAGE") && command !== "MAIL FROM";
  if (!isAboutThisMail || typeof responseCode !== "number") return new MailError("unreachable");
  return new MailError(responseCode >= 500 && responseCode < 600 ? "refused" : "deferred");
}
