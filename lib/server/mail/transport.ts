import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import type SMTPPool from "nodemailer/lib/smtp-pool";
import { env } from "../env";

let known: Transporter<SMTPPool.SentMessageInfo> | undefined;

/**
 * The connections to the mail server of SMTP_URL, or null where there is none. Nothing is retried in here: a message whose
 * connection broke may have arrived, and only the job knows whether to send it again.
 */
export function smtp(): Transporter<SMTPPool.SentMessageInfo> | null {
  const url = env().smtpUrl;
  if (url === undefined) return null;
  known ??= createTransport({
    url,
    pool: true,
    maxConnections: 2,
    maxMessages: 100,
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    dnsTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as SMTPPool.Options);
  return known;
}

/** Closes the connections, e.g. when the worker stops. */
export function closeMail(): void {
  known?.close();
  known = undefined;
}
