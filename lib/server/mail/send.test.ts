import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { followCode } from "@/lib/letters/follow-code";
import type { Letter } from "@/lib/letters/letter";
import { startMailServer, type TestMailServer } from "./fixtures/mail-server";

const dataDir = mkdtempSync(join(tmpdir(), "mail-test-"));
let server: TestMailServer | undefined;

/** The module reads the environment once; each test gets its own. */
async function mailer(variables: Record<string, string | undefined>) {
  vi.resetModules();
  const given = { DATA_DIR: dataDir, PUBLIC_URL: "https://rights.optimarest.example", MAIL_FROM: "OPTIMAREST - les données <no-reply@optimarest.example>", SMTP_URL: undefined, SMTP_TLS: undefined, DATABASE_URL: undefined, ...variables };
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
  const { send } = await import("./send");
  const { closeMail } = await import("./transport");
  const { checkMail } = await import("./check");
  return { send, closeMail, checkMail };
}

const letter = followCode({ code: "048213", locale: "fr" });
const messageId = "00000000-0000-4000-8000-000000000001.receipt";

beforeEach(async () => {
  await server?.close();
  server = await startMailServer();
});
afterAll(async () => {
  await server?.close();
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true });
});

test("one mail: one recipient, text and HTML, its own Message-ID, marked as automatic", async () => {
  const { send, closeMail } = await mailer({ SMTP_URL: server?.url });
  await send({ to: "camille@exemple.fr", letter, locale: "fr", messageId });
  closeMail();
  expect(server?.received).toHaveLength(1);
  const [mail] = server?.received ?? [];
  expect(mail?.to).toEqual(["camille@exemple.fr"]);
  expect(mail?.from).toBe("no-reply@optimarest.example");
  const parsed = await simpleParser(mail?.raw ?? "");
  expect(parsed.messageId).toBe(`<${messageId}@rights.optimarest.example>`);
  expect(parsed.from?.value).toEqual([{ name: "OPTIMAREST - les données", address: "no-reply@optimarest.example" }]);
  expect(parsed.headers.get("auto-submitted")).toBe("auto-generated");
  expect(parsed.subject).toBe(letter.subject);
  expect(parsed.text).toContain("048 213");
  expect(parsed.html).toContain('<html lang="fr"');
  expect(parsed.attachments).toEqual([]);
});

const addresses = [
  "a@b.co\r\nBcc: x@y.co",
  "a@b.co\nBcc: x@y.co",
  "a@b.co\u0000",
  "a@b.co, x@y.co",
  "a@b.co;x@y.co",
  "<a@b.co>",
  "A <a@b.co>",
  '"a@x.co, b"@b.co',
  "a@b.co>\r\nRCPT TO:<x@y.co",
  "a@b@c.co",
  "a＠b.co",
  "a@[127.0.0.1]",
  "a b@c.co",
  "",
];
test.each(addresses)("no mail to what is not one address: %j", async (to) => {
  const { send, closeMail } = await mailer({ SMTP_URL: server?.url });
  await expect(send({ to, letter, locale: "fr", messageId })).rejects.toThrow(TypeError);
  closeMail();
  expect(server?.received).toEqual([]);
  expect(server?.commands.filter((command) => command.startsWith("RCPT"))).toEqual([]);
});

test.each(["=?utf-8?q?x?=@b.co", "=?utf-8?Q?a=40b.co=2C?=@c.co", "a+b=c{d}|e~f@sub.b.co", "o'brien@b.co"])("an odd but valid address goes into one RCPT TO unchanged: %s", async (to) => {
  const { send, closeMail } = await mailer({ SMTP_URL: server?.url });
  await send({ to, letter, locale: "en", messageId });
  closeMail();
  expect(server?.received.map((mail) => mail.to)).toEqual([[to]]);
});

test.each(["Hello\r\nBcc: x@y.co", "Hello\nX-A: b", "Hello\u0000", "Hello\u2028Bcc: x@y.co", "Hello\u0085there"])("no header through the subject: %j", async (subject) => {
  const { send, closeMail } = await mailer({ SMTP_URL: server?.url });
  await expect(send({ to: "a@b.co", letter: { ...letter, subject }, locale: "fr", messageId })).rejects.toThrow(TypeError);
  closeMail();
  expect(server?.received).toEqual([]);
});

test("nothing in the body becomes a header, a second recipient, a dot that ends the mail, or a file", async () => {
  const { send, closeMail } = await mailer({ SMTP_URL: server?.url });
  const text = "=?utf-8?q?x?=\r\n.\r\nMAIL FROM:<x@y.co>\r\nBcc: x@y.co\r\n<img src=\"file:///etc/passwd\"><a href='http://evil'>";
  const blocks: Letter["blocks"] = [{ kind: "paragraph", text }, { kind: "list", items: [text] }];
  await send({ to: "a@b.co", letter: { subject: "=?utf-8?q?x=0D=0ABcc:_x@y.co?=", blocks }, locale: "en", messageId });
  closeMail();
  expect(server?.received).toHaveLength(1);
  expect(server?.commands.filter((command) => command.startsWith("RCPT"))).toEqual(["RCPT a@b.co"]);
  const parsed = await simpleParser(server?.received[0]?.raw ?? "");
  expect([...parsed.headers.keys()]).not.toContain("bcc");
  expect([parsed.to].flat().flatMap((to) => to?.value ?? []).map(({ address }) => address)).toEqual(["a@b.co"]);
  expect(parsed.text).toContain("MAIL FROM:<x@y.co>");
  expect(parsed.html).not.toMatch(/<img|href='/);
});

describe("what the server says", () => {
  test("no server: unreachable", async () => {
    await server?.close();
    const { send, closeMail, checkMail } = await mailer({ SMTP_URL: server?.url });
    await expect(send({ to: "a@b.co", letter, locale: "fr", messageId })).rejects.toMatchObject({ message: "mail-unreachable" });
    await expect(checkMail()).rejects.toThrow();
    closeMail();
  });
  test.each([
    ["rcpt", 550, "mail-refused"],
    ["rcpt", 451, "mail-deferred"],
    ["data", 554, "mail-refused"],
    ["data", 452, "mail-deferred"],
    ["mail", 530, "mail-unreachable"],
  ] as const)("%s answered by %i: %s", async (at, code, message) => {
    const { send, closeMail } = await mailer({ SMTP_URL: server?.url });
    server?.answer({ at, code });
    await expect(send({ to: "a@b.co", letter, locale: "fr", messageId })).rejects.toMatchObject({ message });
    closeMail();
  });
  test("a connection that breaks after the last byte is not tried again in here: the job decides", async () => {
    const { send, closeMail } = await mailer({ SMTP_URL: server?.url });
    server?.answer({ at: "after-data", code: 0 });
    await expect(send({ to: "a@b.co", letter, locale: "fr", messageId })).rejects.toMatchObject({ message: "mail-unreachable" });
    closeMail();
    expect(server?.received).toHaveLength(1);
  });
});

describe("over a network", () => {
  // An address of this machine that is not one of those by which it calls itself.
  const host = "127.0.0.2";

  test("a server without encryption gets no mail, and its being of no use is told", async () => {
    await server?.close();
    server = await startMailServer(0, { host });
    const { send, closeMail, checkMail } = await mailer({ SMTP_URL: `${server.url}?ignoreTLS=true&requireTLS=false` });
    await expect(send({ to: "a@b.co", letter, locale: "fr", messageId })).rejects.toMatchObject({ message: "mail-unreachable" });
    await expect(checkMail()).rejects.toThrow();
    closeMail();
    expect([server.received, server.commands]).toEqual([[], []]);
  });

  test("with STARTTLS it gets it encrypted, and only if its certificate is known", async () => {
    await server?.close();
    server = await startMailServer(0, { host, hasTls: true });
    const strict = await mailer({ SMTP_URL: server.url });
    await expect(strict.send({ to: "a@b.co", letter, locale: "fr", messageId })).rejects.toMatchObject({ message: "mail-unreachable" });
    strict.closeMail();
    const { send, closeMail } = await mailer({ SMTP_URL: `${server.url}?tls.rejectUnauthorized=false` });
    await send({ to: "a@b.co", letter, locale: "fr", messageId });
    closeMail();
    expect(server.received.map(({ isSecure }) => isSecure)).toEqual([true]);
  });

  test("whoever runs the portal may let it go in clear", async () => {
    await server?.close();
    server = await startMailServer(0, { host });
    const { send, closeMail } = await mailer({ SMTP_URL: server.url, SMTP_TLS: "if-offered" });
    await send({ to: "a@b.co", letter, locale: "fr", messageId });
    closeMail();
    expect(server.received.map(({ isSecure }) => isSecure)).toEqual([false]);
  });
});

test("without SMTP_URL a mail is one whole file, however often it is sent", async () => {
  const { send, checkMail } = await mailer({});
  await checkMail();
  await send({ to: "camille@exemple.fr", letter, locale: "fr", messageId });
  await send({ to: "camille@exemple.fr", letter, locale: "fr", messageId });
  expect(readdirSync(join(dataDir, "mail"))).toEqual([`${messageId}.eml`]);
  const parsed = await simpleParser(readFileSync(join(dataDir, "mail", `${messageId}.eml`)));
  expect(parsed.text).toContain("048 213");
  await expect(send({ to: "a@b.co", letter, locale: "fr", messageId: "../../x" })).rejects.toThrow(TypeError);
});
