import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import type SMTPPool from "nodemailer/lib/smtp-pool";
import { env } from "../env";
import { loopbackHosts } from "../storage-url";

let known: Transporter<SMTPPool.SentMessageInfo> | undefined;

/**
 * Mail over a network is encrypted or stays here, as letters hold names, addresses and codes: `smtps:`, or STARTTLS, which no
 * server can talk us out of. Said in the address itself, whose own words count for more than the options beside it.
 */
function withTls(address: string): string {
  const url = new URL(address);
  if (env().mayMailInClear || loopbackHosts.includes(url.hostname)) return address;
  url.searchParams.set("requireTLS", "true");
  return url.href;
}

/**
 * The connections to the mail server of SMTP_URL, or null where there is none. Nothing is retried in here: a message whose
 * connection broke may have arrived, and only the job knows whether to send it again.
 */
export function smtp(): Transporter<SMTPPool.SentMessageInfo> | null {
  const url = env().smtpUrl;
  if (url === undefined) return null;
  known ??= createTransport({
    url: withTls(url),
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
