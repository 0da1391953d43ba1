/** Files of 10 MB through HTTP, in and out of the vault of the built server, against plain AES-256-GCM in this process. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { isBuildFresh } from "../build.mjs";
import { startServer } from "./server";

type Row = (title: string, times: number[], note?: string) => void;

const bytes = 10 * 1024 * 1024;
const megabytes = bytes / 1_048_576;
/** Text of a table, since what comes in is judged by its content. */
const content = Buffer.from(randomBytes(bytes).toString("base64").slice(0, bytes).replaceAll(/.{76}/g, (line) => `${line.slice(0, 75)}\n`));

async function timed(work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

const rate = (count: number, ms: number) => `${((megabytes * count * 1000) / ms).toFixed(0)} MB/s`;
const sum = (times: number[]) => times.reduce((all, ms) => all + ms, 0);

/** What the machine can do: one AES-256-GCM stream, nothing stored; then the vault's own format, likewise. */
async function benchCiphers(row: Row): Promise<void> {
  const key = randomBytes(32);
  const pieces = Array.from({ length: Math.ceil(bytes / 65_536) }, (_, index) => content.subarray(index * 65_536, (index + 1) * 65_536));
  const iv = randomBytes(12);
  let tag = Buffer.alloc(0);
  let sealed: Buffer[] = [];
  const plain = async (count: number, work: () => void) => {
    const times: number[] = [];
    for (let made = 0; made < count; made += 1) times.push(await timed(work));
    return times;
  };
  const closed = await plain(20, () => {
    const cipher = createCipheriv("aes-256-gcm", key, iv);
    sealed = pieces.map((piece) => cipher.update(piece));
    cipher.final();
    tag = cipher.getAuthTag();
  });
  row("10 MB, plain AES-GCM, encrypted", closed, rate(20, sum(closed)));
  const opened = await plain(20, () => {
    const decipher = createDecipheriv("aes-256-gcm", key, iv);
    decipher.setAuthTag(tag);
    for (const piece of sealed) decipher.update(piece);
    decipher.final();
  });
  row("10 MB, plain AES-GCM, decrypted", opened, rate(20, sum(opened)));
  const { decrypt, encrypt } = await import("@/lib/server/vault/cipher");
  const blob: Buffer[] = [];
  const vault: number[] = [];
  for (let made = 0; made < 20; made += 1) {
    blob.length = 0;
    vault.push(await timed(async () => { for await (const piece of Readable.from(pieces).pipe(encrypt(key, "bench")) as AsyncIterable<Buffer>) blob.push(piece); }));
  }
  row("10 MB, the vault's chunks, encrypted", vault, rate(20, sum(vault)));
  const read: number[] = [];
  for (let made = 0; made < 20; made += 1) read.push(await timed(async () => { for await (const piece of Readable.from(blob).pipe(decrypt(key, "bench")) as AsyncIterable<Buffer>) if (piece.length < 0) break; }));
  row("10 MB, the vault's chunks, decrypted", read, rate(20, sum(read)));
}

/** Every file is attached to the reply of a case of its own: judged, sealed, synced to disk and recorded, not converted. */
async function benchServer(databaseUrl: string, row: Row): Promise<void> {
  const { newCase, newStaff } = await import("@/lib/server/fixtures/cases");
  const { staffCookie } = await import("@/lib/server/files/fixtures/browsers");
  const server = await startServer(databaseUrl);
  try {
    const headers = { cookie: `__Host-office=${await staffCookie((await newStaff("agent")).id)}`, origin: server.origin, accept: "application/json", "sec-fetch-site": "same-origin" };
    const files: string[] = [];
    const send = async (reference: string) => {
      const form = new FormData();
      form.append("file", new Blob([content], { type: "text/csv" }), "export.csv");
      const body = new Response(form);
      const sent = await fetch(`${server.origin}/api/files?for=reply&purpose=reply&locale=fr&reference=${reference}`, { method: "POST", headers: { ...headers, "content-type": body.headers.get("content-type") ?? "" }, body: await body.arrayBuffer() });
      if (sent.status !== 201) throw new Error(`refused: ${sent.status} ${await sent.text()}`);
      files.push(((await sent.json()) as { files: { id: string }[] }).files[0]?.id ?? "");
    };
    const load = async (id: string) => {
      // Not compressed on the way: the vault is measured, not gzip.
      const answer = await fetch(`${server.origin}/api/files/${id}`, { headers: { ...headers, "accept-encoding": "identity" } });
      let seen = 0;
      for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) seen += piece.length;
      if (seen !== bytes) throw new Error(`read ${seen} bytes: ${answer.status}`);
    };
    const atOnce = async (title: string, count: number, rounds: number, work: (nth: number) => Promise<unknown>) => {
      const times: number[] = [];
      let all = 0;
      for (let round = 0; round < rounds; round += 1) all += await timed(() => Promise.all(Array.from({ length: count }, async (_, nth) => times.push(await timed(() => work(round * count + nth))))));
      const memory = server.memory();
      row(title, times, `${rate(count * rounds, all)}; ${memory ? `the server's memory ${memory.peak} MB at most, ${memory.now} MB after` : "memory not measured"}`);
    };
    const references: string[] = [];
    for (let made = 0; made < 81; made += 1) references.push(await newCase());
    await send(references.pop() as string);
    server.memory();
    await atOnce("a file of 10 MB, sent, 1 at a time", 1, 20, () => send(references.pop() as string));
    await atOnce("a file of 10 MB, sent, 20 at once", 20, 3, () => send(references.pop() as string));
    await atOnce("a file of 10 MB, read, 1 at a time", 1, 20, (nth) => load(files[nth] as string));
    await atOnce("a file of 10 MB, read, 20 at once", 20, 3, (nth) => load(files[nth] as string));
  } finally {
    await server.end();
  }
}

export async function benchFiles(databaseUrl: string, { row, say }: { row: Row; say: (text: string) => void }): Promise<void> {
  await benchCiphers(row);
  if (isBuildFresh()) await benchServer(databaseUrl, row);
  else say("files through HTTP: not measured, there is no fresh build (npm start makes one)");
}
