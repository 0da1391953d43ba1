import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { home } from "./run";

export type Received = { from: string; to: string[]; raw: string };

/** A real SMTP server on loopback that keeps every message as a file, for tests in any process. */
export async function startSmtp(port: number, folder: string): Promise<{ close: () => Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        count += 1;
        const { mailFrom, rcptTo } = session.envelope;
        const received: Received = { from: mailFrom ? mailFrom.address : "", to: rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString("utf8") };
        const name = join(folder, `${String(count).padStart(6, "0")}.json`);
        writeFileSync(`${name}.part`, JSON.stringify(received));
        renameSync(`${name}.part`, name);
        done();
      });
    },
  });
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", done);
  });
  return { close: () => new Promise((done) => server.close(() => done())) };
}

/** Every message so far, in order of arrival. */
export function allMail(): Received[] {
  const folder = join(home, "inbox");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Received);
}

export type Mail = ParsedMail & { envelope: Received };

export const allMailTo = (address: string): Received[] => allMail().filter((mail) => mail.to.includes(address));

/** Waits for a message to an address whose text matches, and gives the newest such; none of the first `before`, which were there already. */
export async function mailTo(address: string, pattern: RegExp, before = 0): Promise<Mail> {
  for (let tries = 0; tries < 150; tries += 1) {
    const candidates = allMailTo(address).slice(before);
    for (const envelope of candidates.reverse()) {
      const mail = await simpleParser(envelope.raw);
      if (pattern.test(`${mail.subject}\n${mail.text}`)) return { ...mail, envelope };
    }
    await sleep(200);
  }
  throw new Error(`no mail to ${address} matches ${pattern}`);
}
