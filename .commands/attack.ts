/**
 * `npm run attack [-- folder]`: every file of the shared attack folder through the real upload of a product started for it,
 * with the real clamd. One line for each deviation from the manifest; those that were judged, and why, are in
 * lib/server/vault/fixtures/attack.ts. Ends with 1 if there is any other.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import sharp from "sharp";
import { db } from "@/lib/server/db";
import { claimingJpeg, claimingPng, plainPng } from "@/lib/server/vault/fixtures/make-image";
import { type Attack, attacksIn, disguises, isExpected, JUDGED, PAYLOAD } from "@/lib/server/vault/fixtures/attack";
import { type Answer, type Door, draftDoor, replyDoor } from "./attack-door";
import { type Product, startProduct } from "./attack-product";
import { startClamd } from "./clamd.mjs";

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, "../../shared/data/attack"));
const home = mkdtempSync(join(tmpdir(), "rightsdesk-attack-"));
const slowestMs = 5_000;
/** A bomb is refused by its type or its header, before anything is unpacked. security.md UP2. */
const slowestBombMs = 1_000;
const bomb = /(^|\/)bombs\//;
/** security.md UP4. */
const mostConverterMb = 400;
const found = { sent: 0, unexpected: 0, judged: 0, faults: 0, refusals: new Map<string, number>(), slowest: { what: "", ms: 0 }, slowestBombMs: 0 };
/** Blobs of what was accepted and then taken back: removed by a job, a moment later. */
const leaving = new Set<string>();

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function deviates(what: string, how: string, because?: string): void {
  if (because) found.judged += 1;
  else found.unexpected += 1;
  say(`${because ? "judged    " : "UNEXPECTED"}  ${what}: ${how}${because ? ` (${because})` : ""}`);
}

/** What holds of every answer: never a fault, never slow, never large, and of what was refused nothing is kept. */
async function check(what: string, answer: Answer, door: Door, { dataDir, converterPeak }: Product): Promise<void> {
  found.sent += 1;
  found.refusals.set(answer.code, (found.refusals.get(answer.code) ?? 0) + 1);
  if (answer.ms > found.slowest.ms) found.slowest = { what, ms: answer.ms };
  if (answer.status >= 500) {
    found.faults += 1;
    deviates(what, `status ${answer.status}`);
  }
  const isBomb = bomb.test(what);
  if (isBomb) found.slowestBombMs = Math.max(found.slowestBombMs, answer.ms);
  if (answer.ms > (isBomb ? slowestBombMs : slowestMs)) deviates(what, `${isBomb ? "a bomb that " : ""}took ${Math.round(answer.ms)} ms`);
  const peak = converterPeak();
  if (peak > mostConverterMb) deviates(what, `its converter held ${peak} MB at its peak, above ${mostConverterMb} MB`);
  if (answer.code === "accept") return;
  if (![413, 415, 422].includes(answer.status)) deviates(what, answer.status === 0 ? `no answer: ${answer.code}` : `refused with ${answer.status}`);
  const rows = await db().file.count({ where: door.owner });
  const left = stored(dataDir).filter((id) => !leaving.has(id));
  if (rows > 0 || left.length > 0) deviates(what, `refused, and left ${rows} rows, ${left.length} blobs`);
}

function stored(dataDir: string): string[] {
  return readdirSync(join(dataDir, "vault"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** What staff would see of it is a picture of ours; then it is taken back. */
async function clear(what: string, { files }: Answer, door: Door, look: boolean): Promise<void> {
  for (const { id, pages } of files) {
    const row = await db().file.findUniqueOrThrow({ where: { id } });
    if (row.scan !== "clean" || row.original) deviates(what, `accepted with scan ${row.scan}`);
    for (let page = 1; look && page <= pages; page += 1) {
      const { bytes } = await door.get(`/api/files/${id}/${page}`);
      const { format, space, exif, icc, xmp } = await sharp(bytes).metadata();
      if (format !== "jpeg" || space !== "srgb" || exif || icc || xmp || PAYLOAD.test(bytes.toString("latin1"))) deviates(what, `page ${page} is not a plain picture of ours`);
    }
    for (const blob of row.blobs) leaving.add(blob);
    if ((await door.takeBack(id)) >= 400) deviates(what, "could not be taken back");
  }
}

async function documents(attacks: Attack[], product: Product): Promise<void> {
  const door = await draftDoor(product.origin);
  await normal(door, "the start");
  for (const [index, attack] of attacks.entries()) {
    for (const disguise of disguises(attack)) {
      const what = `${attack.path} as ${disguise.extension}`;
      const send = () => door.send({ name: `x.${disguise.extension}`, type: disguise.type, bytes: attack.bytes });
      let answer = await send();
      // What else the machine does is not the bomb's doing: the fastest of three counts.
      for (let again = 0; again < 2 && bomb.test(what) && answer.code !== "accept" && answer.ms > slowestBombMs; again += 1) {
        const next = await send();
        if (next.ms < answer.ms || next.code === "accept") answer = next;
      }
      await check(what, answer, door, product);
      await clear(what, answer, door, true);
      const known = JUDGED[attack.path];
      if (!isExpected(attack, answer.code, disguise, true)) deviates(what, `expected ${attack.expected}, got ${answer.code}`, known?.outcome === answer.code ? known.because : undefined);
    }
    if (index % 25 === 24) await normal(door, attack.path);
  }
}

/** Huge by what their headers claim, small as they are sent: the folder has none of these. */
async function ownBombs(): Promise<Attack[]> {
  const expected = "reject:limit";
  const sizes = [[60_000, 60_000], [40_001, 1_000], [7_300, 5_480]] as const;
  return (await Promise.all(sizes.map(async ([width, height]) => [
    { path: `own/bombs/${width}x${height}.png`, bytes: await claimingPng(width, height), expected },
    { path: `own/bombs/${width}x${height}.jpg`, bytes: await claimingJpeg(width, height), expected },
  ]))).flat();
}

/** After whatever came before, the next normal upload succeeds. */
async function normal(door: Door, after: string): Promise<void> {
  const answer = await door.send({ name: "normal.png", type: "image/png", bytes: await plainPng() });
  if (answer.code !== "accept") deviates(`a normal picture after ${after}`, `got ${answer.code}`);
  await clear("a normal picture", answer, door, true);
}

/** What staff attach is kept as it is, so the antivirus alone decides over its content. */
async function replies(attacks: Attack[], door: Door, product: Product): Promise<void> {
  for (const { path, bytes, expected } of attacks.filter((attack) => /^(av|zip|polyglots|json)\/|reject:malware/.test(`${attack.path} ${attack.expected}`))) {
    for (const [extension, type] of [["txt", "text/plain"], ["zip", "application/zip"], ["json", "application/json"], ["pdf", "application/pdf"]] as const) {
      const what = `${path} attached as ${extension}`;
      const answer = await door.send({ name: `x.${extension}`, type, bytes });
      await check(what, answer, door, product);
      await clear(what, answer, door, false);
      const isFound = answer.code === "malware" || answer.code === "type";
      if (expected.startsWith("reject:malware") && !isFound) deviates(what, `expected malware, got ${answer.code}`);
    }
  }
}

const ownNames = ["../../x.txt", "..\\..\\x.txt", "/etc/passwd.txt", "C:\\boot.txt", "a%00.txt", "a\0.txt", "CON.txt", "a\u202Etxt.exe.txt", `${"x".repeat(5_000)}.txt`, "\ud800.txt", ".txt", "....txt", "e\u0301.txt", '"; filename="b.exe.txt', "a\r\nX-Evil: 1.txt"];

/** Names are text, shown and offered as such: never a place, never more than 100 characters, nothing invisible. security.md UP6. */
async function names(door: Door, product: Product): Promise<void> {
  // Letters of the cases above are put into mail at any moment.
  const places = new Set(["mail", ...readdirSync(product.dataDir)]);
  const bytes = Buffer.from("hello");
  const lines = readdirSync(join(folder, "text"), { recursive: true, withFileTypes: true }).filter(({ name }) => name.endsWith(".txt") && name !== "char_codes.txt")
    .flatMap(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8").split("\n").filter((_, nth, all) => all.length < 200 || nth % 8 === 0).map((line) => `${line}.txt`));
  for (const name of [...ownNames, ...new Set(lines)]) {
    const what = `the name ${JSON.stringify(name.slice(0, 60))}`;
    const answer = await door.send({ name, type: "text/plain", bytes });
    await check(what, answer, door, product);
    for (const { id, name: kept } of answer.files) {
      if (kept.length === 0 || kept.length > 100 || kept !== kept.normalize("NFC") || /[\p{Cc}\p{Cs}/\\\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(kept)) deviates(what, `kept as ${JSON.stringify(kept)}`);
      const header = (await door.get(`/api/files/${id}`)).disposition;
      const [, encoded] = /^attachment; filename="[ !#-[\]-~]*"; filename\*=UTF-8''([\w!#$&+.^`|~%-]+)$/.exec(header) ?? [];
      if (encoded === undefined || decodeURIComponent(encoded) !== kept) deviates(what, `offered as ${JSON.stringify(header)}`);
    }
    await clear(what, answer, door, false);
  }
  const made = readdirSync(product.dataDir).filter((place) => !places.has(place));
  if (made.length > 0) deviates("the names", `made a place of their own: ${made.join(", ")}`);
  const strange = stored(product.dataDir).filter((name) => !/^[0-9a-f-]{36}$/.test(name));
  if (strange.length > 0) deviates("the names", `left ${strange.length} strange files in the store`);
}

/** Whole bodies that a fuzzer made for another parser. security.md UP11. */
async function bodies(attacks: Attack[], door: Door, product: Product): Promise<void> {
  for (const { path, bytes } of attacks.filter((attack) => attack.path.startsWith("http/"))) {
    const answer = await door.sendRaw(bytes, "dfhjksd23f43242f43fv4b4g2g2g23vf2");
    await check(path, answer, door, product);
    await clear(path, answer, door, false);
  }
}

/** Everything that was taken back leaves the disk. */
async function untilEmpty({ dataDir }: Product): Promise<void> {
  for (let tries = 0; tries < 240 && stored(dataDir).length > 0; tries += 1) await sleep(500);
  if (stored(dataDir).length > 0) deviates("the store", `still holds ${stored(dataDir).length} blobs two minutes after all was taken back`);
}

const daemon = await startClamd();
const home9 = createServer();
let calls = 0;
try {
  home9.on("connection", (socket) => void (calls += 1, socket.destroy())).on("error", () => say("port 9 cannot be watched"));
  home9.listen(9, "127.0.0.1");
  const product = await startProduct(home, daemon.url);
  try {
    const attacks = [...attacksIn(folder), ...(await ownBombs())];
    const since = performance.now();
    await documents(attacks, product);
    const reply = await replyDoor(product.origin);
    await replies(attacks, reply, product);
    await names(reply, product);
    await bodies(attacks, await draftDoor(product.origin), product);
    await untilEmpty(product);
    if (calls > 0) deviates("127.0.0.1:9", `was called ${calls} times`);
    const deaths = product.log().split('"code":"child_died"').length - 1;
    if (deaths > 0) deviates("the product", `a process died ${deaths} times`);
    const memory = product.memory();
    const outcomes = [...found.refusals].toSorted((one, other) => other[1] - one[1]).map(([code, count]) => `${code} ${count}`).join(", ");
    say(`\n${attacks.length} files, ${found.sent} uploads in ${Math.round((performance.now() - since) / 1000)} s: ${outcomes}`);
    say(`deviations: ${found.unexpected} unexpected, ${found.judged} judged; 5xx: ${found.faults}; slowest ${Math.round(found.slowest.ms)} ms (${found.slowest.what}), slowest bomb ${Math.round(found.slowestBombMs)} ms`);
    say(`peak memory: server ${memory.server} MB, converter ${memory.converter} MB; calls to 127.0.0.1:9: ${calls}`);
  } finally {
    await db().$disconnect().catch(() => undefined);
    await product.stop();
  }
} finally {
  home9.close();
  await daemon.end();
  rmSync(home, { recursive: true, force: true });
}
process.exit(found.unexpected === 0 ? 0 : 1);
