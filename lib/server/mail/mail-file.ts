import "server-only";
import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { createTransport, type SendMailOptions } from "nodemailer";
import { env } from "../env";

/** Where mails lie when there is no mail server. */
export function mailFolder(): string {
  return join(env().dataDir, "mail");
}

/** Writes the mail as DATA_DIR/mail/<id>.eml: whole or not at all; the same mail twice is one file. */
export async function writeMailFile(id: string, message: SendMailOptions): Promise<void> {
  const { message: raw } = await createTransport({ streamTransport: true, buffer: true, newline: "windows" }).sendMail(message);
  await mkdir(mailFolder(), { recursive: true, mode: 0o700 });
  const file = join(mailFolder(), `${id}.eml`);
  const handle = await open(`${file}.part`, "w", 0o600);
  try {
    await handle.writeFile(raw as Buffer);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
}
