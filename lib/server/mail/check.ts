import "server-only";
import { access, constants, mkdir } from "node:fs/promises";
import { now } from "../clock";
import { log } from "../log";
import { mailFolder } from "./mail-file";
import { smtp } from "./transport";

const freshMs = 10_000;
let last: { at: number; answer: Promise<void> } | undefined;

/** Could a mail leave now? Throws if not. The server is asked at most every ten seconds, whoever wants to know. */
export async function checkMail(): Promise<void> {
  const at = now().getTime();
  if (!last || Math.abs(at - last.at) > freshMs) last = { at, answer: ask() };
  return last.answer;
}

async function ask(): Promise<void> {
  const server = smtp();
  if (server) {
    await server.verify().catch((error: unknown) => {
      if ((error as { code?: unknown } | null)?.code === "ETLS") log.warn({ code: "mail_tls_failed" });
      throw error;
    });
    return;
  }
  await mkdir(mailFolder(), { recursive: true, mode: 0o700 });
  await access(mailFolder(), constants.W_OK);
}
