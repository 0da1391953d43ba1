import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { freshForm } from "@/lib/request/form-state";
import { claimingPng, plainPng, taintedJpeg } from "@/lib/server/vault/fixtures/make-image";
import { pdfOf } from "@/lib/server/vault/fixtures/make-pdf";
import { AskPages } from "../pages/ask";
import { answers, freshEmail } from "../support/people";
import { origin } from "../support/run";
import { act, Form } from "./support/action";
import { query } from "./support/database";
import { type Answer, Jar, upload } from "./support/http";

const { hostname, port, host } = new URL(origin);
const place = "for=draft&purpose=identity&locale=fr";
const words = messages("fr").follow.upload.error;
const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../lib/server/vault/fixtures", name));

async function draft(): Promise<Jar> {
  const jar = new Jar();
  await act(jar, "app/[locale]/ask/actions.ts#start", "/fr/ask/access", ["fr", "access", freshForm, new Form({ how: "new" })]);
  return jar;
}

/** How many files this browser's draft holds. */
async function held(jar: Jar): Promise<number> {
  const hash = createHash("sha256").update(jar.get("__Host-draft")).digest();
  const rows = await query(`select 1 from "File" f join "Draft" d on d.id = f."draftId" where d."tokenHash" = $1`, [hash]);
  return rows.length;
}

const told = ({ status, text }: Answer) => ({ status, ...(JSON.parse(text) as { code: string; message: string }) });

const bad: [string, number, keyof typeof words, string, string, () => Buffer | Promise<Buffer>][] = [
  ["a GIF", 415, "type", "x.gif", "image/gif", () => Buffer.from("GIF89a\x01\0\x01\0\0\0\0;")],
  ["a GIF called JPEG", 415, "type", "x.jpg", "image/jpeg", () => Buffer.from("GIF89a\x01\0\x01\0\0\0\0;")],
  ["an SVG", 415, "type", "x.svg", "image/svg+xml", () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ["a page called PNG", 415, "type", "x.png", "image/png", () => Buffer.from("<script>alert(1)</script>")],
  ["a HEIC", 415, "type", "x.heic", "image/heic", () => Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1")],
  ["an AVIF called JPEG", 415, "type", "x.jpg", "image/jpeg", () => Buffer.from("\0\0\0\x18ftypavif\0\0\0\0mif1avif", "latin1")],
  ["a WebP called PNG", 415, "type", "x.png", "image/png", () => Buffer.from("RIFF\x24\0\0\0WEBPVP8 ")],
  ["a ZIP called PDF", 415, "type", "x.pdf", "application/pdf", () => Buffer.from("PK\x03\x04")],
  ["a program called JPEG", 415, "type", "x.jpg", "image/jpeg", () => Buffer.from("MZ\x90\0")],
  ["a JPEG called PNG", 415, "type", "x.png", "image/png", taintedJpeg],
  ["a JPEG declared PNG", 415, "type", "x.jpg", "image/png", taintedJpeg],
  ["a PNG with two names", 415, "type", "x.png.exe", "image/png", plainPng],
  ["nothing", 422, "empty", "x.png", "image/png", () => Buffer.alloc(0)],
  ["a PNG cut short", 422, "malformed", "x.png", "image/png", async () => (await plainPng()).subarray(0, 60)],
  ["noise after a JPEG's first bytes", 422, "malformed", "x.jpg", "image/jpeg", () => Buffer.concat([Buffer.from("ffd8ffe0", "hex"), randomBytes(5_000)])],
  ["a PDF of nothing but its head", 422, "malformed", "x.pdf", "application/pdf", () => Buffer.from("%PDF-1.7\n")],
  ["a picture of 30 000 by 30 000", 422, "limit", "x.png", "image/png", () => claimingPng(30_000, 30_000)],
  ["a PDF of 31 pages", 422, "limit", "x.pdf", "application/pdf", () => pdfOf("", { pages: 31 })],
  ["a PDF with a password", 422, "encrypted", "x.pdf", "application/pdf", () => fixture("encrypted-user.pdf")],
  ["a PDF locked by its owner", 422, "encrypted", "x.pdf", "application/pdf", () => fixture("encrypted-owner.pdf")],
  ["a picture of 10 MB and one byte", 413, "too-large", "x.jpg", "image/jpeg", async () => Buffer.concat([await taintedJpeg(), Buffer.alloc(10 * 1024 * 1024)]).subarray(0, 10 * 1024 * 1024 + 1)],
];

test("UP1, UP2, UP4: what is no proper document is refused with its sentence, and nothing of it is kept", async () => {
  const jar = await draft();
  for (const [what, status, code, name, type, bytes] of bad) {
    expect(told(await upload(jar, place, name, await bytes(), type)), what).toEqual({ status, code, message: words[code] });
    expect(await held(jar), what).toBe(0);
  }
  expect((await upload(jar, place, "carte.png", await plainPng(), "image/png")).status).toBe(201);
});

test("UP2: a sixth file is refused, and the five stay", async () => {
  const jar = await draft();
  for (let nth = 0; nth < 5; nth += 1) expect((await upload(jar, place, `${nth}.png`, await plainPng(), "image/png")).status).toBe(201);
  expect(told(await upload(jar, place, "6.png", await plainPng(), "image/png"))).toEqual({ status: 422, code: "too-many", message: words["too-many"] });
  expect(await held(jar)).toBe(5);
});

/** Sends the head of a file, then zeros in pieces of 64 KiB without end, a little apart; how much had gone out when the answer came. */
function pour(jar: Jar, headers: Record<string, string>): Promise<{ status: number; sent: number }> {
  const path = `/api/files?${place}`;
  return new Promise((done, fail) => {
    let sent = 0;
    let status = 0;
    const all = { host, origin, accept: "application/json", cookie: jar.header, "content-type": "multipart/form-data; boundary=x", ...headers };
    const outgoing = request({ hostname, port, path, method: "POST", headers: all, agent: false, setHost: false }, (answer) => {
      status = answer.statusCode ?? 0;
      answer.resume().on("end", () => outgoing.destroy());
      done({ status, sent });
    });
    outgoing.on("error", (error) => (status ? undefined : fail(error)));
    outgoing.write('--x\r\nContent-Disposition: form-data; name="file"; filename="x.jpg"\r\nContent-Type: image/jpeg\r\n\r\n');
    outgoing.write(Buffer.from("ffd8ffe000104a464946", "hex"));
    void (async () => {
      for (; status === 0 && !outgoing.destroyed; sent += 65_536) {
        await new Promise((written) => outgoing.write(Buffer.alloc(65_536), written));
        if (sent > 9.5 * 1024 * 1024) await sleep(20);
      }
    })();
  });
}

test("UP2: an endless file, announced or not, is refused soon after its tenth megabyte", async () => {
  const jar = await draft();
  for (const headers of [{ "transfer-encoding": "chunked" }, { "content-length": String(25 * 1024 * 1024) }] as Record<string, string>[]) {
    const { status, sent } = await pour(jar, headers);
    expect(status).toBe(413);
    // What the sockets between hold is on its way; the parser itself stops within 64 KiB (multipart.test.ts).
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  }
  expect(await pour(jar, { "content-length": String(2 * 1024 ** 3) })).toMatchObject({ status: 413 });
  expect(await held(jar)).toBe(0);
});

test("UP2: two hundred uploads that fall silent hold nobody up, and are ended after fifteen seconds", async () => {
  const [silent, jar] = [await draft(), await draft()];
  const head = `POST /api/files?${place} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nCookie: ${silent.header}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n--x\r\nConte`;
  const ends: number[] = [];
  const since = performance.now();
  const sockets = await Promise.all(Array.from({ length: 200 }, () => new Promise<Socket>((open, fail) => {
    const socket = connect(Number(port), hostname, () => socket.write(head, () => open(socket)));
    socket.on("error", fail).resume().once("close", () => ends.push(performance.now() - since));
  })));
  const answer = await upload(jar, place, "carte.png", await plainPng(), "image/png");
  expect(answer.status).toBe(201);
  expect(answer.ms, "long before the silent ones are ended").toBeLessThan(12_000);
  await expect.poll(() => ends.length, { timeout: 40_000 }).toBe(sockets.length);
  expect(Math.min(...ends)).toBeGreaterThan(4_000);
  expect(await held(silent)).toBe(0);
});

test("UP6: whatever a file is called, it is kept under an id and shown under a plain name", async () => {
  const jar = await draft();
  const kept = async (name: string) => {
    const answer = await upload(jar, place, name, await plainPng(), "image/png");
    const { files } = JSON.parse(answer.text) as { files: { id: string; name: string }[] };
    const removed = await jar.call(`/api/files/${files[0]?.id}/remove?${place}`, { method: "POST" });
    // Each change of the draft gives its cookie anew.
    for (const { cookies } of [answer, removed]) expect(cookies).toEqual([expect.stringMatching(/^__Host-draft=[\w-]{43}; .*Max-Age=172800;.*HttpOnly/i)]);
    return files[0]?.name;
  };
  expect(await kept("../../x.png")).toBe("x.png");
  expect(await kept("..%5C..%5Cx.png")).toBe("%5C..%5Cx.png");
  expect(await kept("a%00.png")).toBe("a%00.png");
  expect(await kept("CON.png")).toBe("_CON.png");
  expect(await kept("a\u202Egnp.exe.png")).toBe("agnp.exe.png");
  expect(await kept("e\u0301te\u0301.png")).toBe("été.png");
  expect(await kept(`${"x".repeat(5_000)}.png`)).toBe(`${"x".repeat(96)}.png`);
});

test("UP10: no picture is made on demand", async () => {
  for (const url of ["/x.avif", "/icon.svg", "/api/files/x/1", "http://127.0.0.1:9/x.png"]) {
    expect((await new Jar().call(`/_next/image?url=${encodeURIComponent(url)}&w=640&q=75`)).status, url).toBe(404);
  }
});

test("UP11: a form that is none is refused with a sentence, and nothing is kept", async () => {
  const jar = await draft();
  const part = (headers: string, body = "x") => `--x\r\n${headers}\r\n\r\n${body}\r\n`;
  const file = 'Content-Disposition: form-data; name="file"; filename="x.png"\r\nContent-Type: image/png';
  const bodies: [string, string, string?][] = [
    ["no boundary", `${part(file)}--x--\r\n`, "multipart/form-data"],
    ["another boundary", `${part(file)}--x--\r\n`, "multipart/form-data; boundary=y"],
    ["another type", "a=1", "application/x-www-form-urlencoded"],
    ["nothing", ""],
    ["no end", part(file)],
    ["a nested form", `${part('Content-Disposition: form-data; name="file"; filename="x.png"\r\nContent-Type: multipart/mixed; boundary=y', "--y--")}--x--\r\n`],
    ["a field twice", `${part('Content-Disposition: form-data; name="a"')}${part('Content-Disposition: form-data; name="a"')}--x--\r\n`],
    ["a name of many lines", `${part('Content-Disposition: form-data; name="file"; filename="x\r\ny.png"\r\nContent-Type: image/png')}--x--\r\n`],
    ["headers without end", `${part(`${file}\r\nX-Long: ${"x".repeat(20_000)}`)}--x--\r\n`],
    ["a charset of its own", `${part('Content-Disposition: form-data; name="file"; filename*=utf-7\'\'x%2B.png\r\nContent-Type: image/png; charset=utf-7')}--x--\r\n`],
    ["a hundred and one parts", `${Array.from({ length: 101 }, (_, nth) => part(`Content-Disposition: form-data; name="f${nth}"`)).join("")}--x--\r\n`],
  ];
  for (const [what, body, type = "multipart/form-data; boundary=x"] of bodies) {
    const answer = await jar.call(`/api/files?${place}`, { method: "POST", body, headers: { accept: "application/json", "content-type": type, "content-length": String(Buffer.byteLength(body)) } });
    expect([413, 415, 422], `${what}: ${answer.status} ${answer.text}`).toContain(answer.status);
    expect(told(answer).message, what).toBe(words[told(answer).code as keyof typeof words]);
    expect(await held(jar), what).toBe(0);
  }
});

test("a large file of a wrong kind is refused while it is still on its way, and the browser is told why", async ({ page }) => {
  const ask = new AskPages(page, "fr");
  await ask.begin("access");
  await ask.answer("access", answers.access);
  await ask.about({ name: "Anne Durand", email: freshEmail() });
  for (const [name, mimeType, buffer, code] of [
    ["film.jpg", "image/jpeg", Buffer.concat([Buffer.from("GIF89a"), Buffer.alloc(9_000_000)]), "type"],
    // Not a picture: what the browser can open is made smaller there before it is sent.
    ["scan.pdf", "application/pdf", Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(20_000_000)]), "too-large"],
  ] as const) {
    await page.getByLabel(ask.words.documents.choose(ask.words.documents.blocks.identity.title)).setInputFiles({ name, mimeType, buffer });
    await page.getByRole("button", { name: ask.words.documents.send }).first().click();
    await expect(page.locator("#identity-error")).toContainText(words[code]);
  }
});
