import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { addDays } from "@/lib/law/calendar";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db } from "../db";
import { databaseText, folderText, formFound } from "../fixtures/dump";
import { registerLine, registerOf, type RegisterLine } from "../fixtures/registers";
import { asStaff } from "../files/fixtures/browsers";
import { uploadRegister } from "../files/register-upload";
import { env } from "../env";
import { checkImport } from "../jobs/check-import";
import { runImport } from "../jobs/run-import";
import { sweep } from "../jobs/sweep";
import { findingsDownload } from "../reads/import-downloads";
import { registerImport } from "../reads/register-imports";
import { storage } from "../storage";
import { verifyChain } from "../verify-chain";
import { beginImport } from "./begin";

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined) }),
  headers: async () => new Headers(),
}));
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));

const run = { jobId: "1", attempt: 1, isLastAttempt: false };
const today = civilDay(now());
const lines = Array.from({ length: 510 }, (_, index) => registerLine(index, today));
let dpo: Awaited<ReturnType<typeof asStaff>>;
beforeAll(async () => void (dpo = await asStaff(jar, "dpo")));
const children = new Set<ReturnType<typeof spawn>>();
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
});

async function sent(text: string | Uint8Array<ArrayBuffer>, source = "old", headers: Record<string, string> = {}): Promise<Response> {
  const form = new FormData();
  form.append("source", source);
  form.append("file", new Blob([text], { type: "text/csv" }), "register.csv");
  const made = new Response(form);
  const { publicUrl } = env();
  const all = { "content-type": made.headers.get("content-type") ?? "", origin: publicUrl, host: new URL(publicUrl).host, "sec-fetch-site": "same-origin", ...headers };
  return uploadRegister(new Request(`${publicUrl}/api/import`, { method: "POST", body: await made.arrayBuffer(), headers: all }));
}

async function checked(given: readonly RegisterLine[] | string | Uint8Array<ArrayBuffer>, source?: string): Promise<string> {
  const answer = await sent(typeof given === "string" || given instanceof Uint8Array ? given : registerOf(given), source);
  const id = answer.headers.get("location")?.split("/").at(-1) ?? "";
  await checkImport({ importId: id }, run);
  return id;
}

const view = async (id: string) => {
  const found = await registerImport(dpo, id);
  if (!found) throw new Error("no import");
  return found;
};
const blobs = async () => (await Array.fromAsync(storage().list())).length;

test("a register is uploaded, checked, begun once, taken over though stopped and doubled; then its file is destroyed", async () => {
  const id = await checked([...lines, { id: "x", receivedOn: addDays(today, 1), channel: "email", rights: "access", state: "open", name: "Zéphyrine Canari" }]);
  expect(await view(id)).toMatchObject({ state: "checked", lines: 511, ready: 510, wrong: 1, percent: 100, imported: 0 });
  expect((await view(id)).findings.filter(({ isError }) => isError)).toEqual([{ line: 1022, column: "receivedOn", code: "date-future", isError: true }]);
  expect(await blobs()).toBe(1);
  const longAgo = { ...dpo, provenAt: new Date(now().getTime() - 6 * 60_000) };
  expect([await beginImport(longAgo, id), await beginImport(dpo, id), await beginImport(dpo, id)], "proof of who they are, then once").toEqual([false, true, false]);
  expect(await db().event.count({ where: { type: "RegisterImportBegun" } })).toBe(1);

  const stop = new AbortController();
  const watched = { ...run, signal: { throwIfAborted: () => void (stop.signal.aborted ? stop.signal.throwIfAborted() : stop.abort(new Error("stopped"))) } as AbortSignal };
  await expect(runImport({ importId: id }, watched), "broken off before its second batch").rejects.toThrow("stopped");
  expect(await view(id)).toMatchObject({ state: "importing", doneLines: 250, imported: 250 });
  await Promise.all([runImport({ importId: id }, run), runImport({ importId: id }, run)]);
  expect(await view(id)).toMatchObject({ state: "done", imported: 510, known: 0, wrong: 1, doneLines: 511 });
  expect(await db().subjectRequest.count()).toBe(510);
  expect(await verifyChain()).toMatchObject({ ok: true });
  expect(await db().event.count({ where: { type: "RegisterImportEnded" } })).toBe(1);
  expect(await db().registerImport.findUnique({ where: { id } })).toMatchObject({ wrappedKey: null, blob: null });

  const again = await checked(lines);
  expect(await view(again)).toMatchObject({ ready: 0, known: 510 });
  expect(await beginImport(dpo, again), "nothing to begin").toBe(false);
});

test.each([
  ["not-utf8", Buffer.from("id;name\n1;\xe9t\xe9\n", "latin1"), 2],
  ["not-utf8", Buffer.from("\uFEFFid,state", "utf16le"), 1],
  ["not-text", Buffer.from("PK\u0003\u0004rest"), 1],
  ["quotes", Buffer.from(`${registerOf([])}1,"never closed\n`), 2],
  ["line-too-long", Buffer.from(`${registerOf([])}${"x".repeat(70_000)}\n`), 2],
  ["too-many-columns", Buffer.from(`id${",".repeat(200)}\n`), 1],
  ["column-missing", Buffer.from("id,state\n1,open\n"), 1],
  ["no-columns", Buffer.from("a;b\n1;2\n"), 1],
])("what cannot be read is told, and destroyed: %s", async (problem, bytes, line) => {
  const before = await db().registerImport.count({ where: { blob: { not: null } } });
  const id = await checked(new Uint8Array(bytes));
  expect(await view(id)).toMatchObject({ state: "unreadable", problem: { code: problem, line }, ready: 0 });
  expect(await db().registerImport.count({ where: { blob: { not: null } } })).toBe(before);
});

test("separators, line ends, quotes and byte order marks of all kinds are read alike", async () => {
  const cells = ["7", "2026-11-02", "email", "access", "open", "a@client.example", 'deux\nlignes et "guillemets"'];
  const names = ["id", "receivedOn", "channel", "rights", "state", "email", "details"];
  const quoted = (parts: string[], by: string) => parts.map((part) => `"${part.replaceAll('"', '""')}"`).join(by);
  for (const [by, end, mark] of [[",", "\n", ""], [";", "\r\n", "\uFEFF"], ["\t", "\r", ""]] as const) {
    const id = await checked(`${mark}${names.join(by)}${end}${end}${quoted(cells, by)}${end}${quoted(["", ...cells.slice(1)], by)}${end}`, `kind ${by.charCodeAt(0)}`);
    expect(await view(id)).toMatchObject({ state: "checked", ready: 1, wrong: 1, findings: [{ line: 5, column: "id", code: "required" }] });
  }
});

test("an address with an unquoted comma moves nothing: the line is told and left out; empty cells at its end are none", async () => {
  const told = "7,2026-11-02,email,access,open,a@client.example,12 rue des Fleurs, 31000 Toulouse,C-77";
  const id = await checked(`id,receivedOn,channel,rights,state,email,postalAddress,customerNumber\n${told}\n8,2026-11-02,email,access,open,b@client.example,,C-78,, \n`, "wide");
  expect(await view(id)).toMatchObject({ state: "checked", ready: 1, wrong: 1, findings: [{ line: 2, column: "id", code: "too-many-cells", isError: true }] });
});

test("who may not is told nothing; what is no register leaves nothing", async () => {
  await asStaff(jar, "agent");
  expect((await sent("id")).status).toBe(404);
  jar.clear();
  expect((await sent("id", "old", { accept: "application/json" })).status).toBe(401);
  dpo = await asStaff(jar, "dpo");
  expect((await sent("id", "old", { origin: "https://evil.example" })).status).toBe(403);
  expect((await sent("")).headers.get("location")).toBe("/office/import?problem=missing");
  const before = await blobs();
  expect((await sent("id", " ")).headers.get("location")).toBe("/office/import?problem=source");
  expect(await blobs()).toBe(before);
});

test("neither database nor disk tells who is in a register, before, during and after; remarks quote no cell", async () => {
  const person: RegisterLine = { id: "SECRET-7731-004217", receivedOn: addDays(today, -9), channel: "email", rights: "access", state: "open", name: "Zéphyrine N’Gouandjika", email: "zephyrine.canari@boite-vocale.example", postalAddress: "3 rue Saint-Œnophile", customerNumber: "CMD-7731-004217", details: "Mes hippopotames", note: "Les laborantines" };
  const wrong: RegisterLine = { ...person, id: "SECRET-2", state: "kaléidoscope", email: "pas-une-adresse" };
  const id = await checked([person, wrong], "dump");
  const words = ["Zéphyrine", "Gouandjika", "zephyrine.canari", "boite-vocale", "Œnophile", "7731-004217", "hippopotames", "laborantines", "kaléidoscope", "pas-une-adresse"];
  const leaked = async () => words.flatMap((word) => formFound(dumped, word) ?? []);
  let dumped = `${await databaseText()}\n${folderText(env().dataDir)}`;
  expect(await leaked()).toEqual([]);
  await beginImport(dpo, id);
  await runImport({ importId: id }, run);
  dumped = `${await databaseText()}\n${folderText(env().dataDir)}`;
  expect(await leaked()).toEqual([]);
  dumped = await (await findingsDownload(new Request("https://x.example/"), id)).text();
  expect(dumped.split("\r\n")).toHaveLength(4);
  expect(await leaked()).toEqual([]);
});

test("a register nobody goes on with is destroyed after a day", async () => {
  const id = await checked(lines.slice(0, 3), "idle");
  await db().registerImport.update({ where: { id }, data: { createdAt: new Date(now().getTime() - 25 * 3_600_000) } });
  await sweep({}, run);
  expect(await view(id)).toMatchObject({ state: "expired" });
  expect(await beginImport(dpo, id)).toBe(false);
});

test("the command, killed while it writes and called again, ends with each line once", { timeout: 240_000 }, async () => {
  const path = join(mkdtempSync(join(tmpdir(), "rightsdesk-import-")), "register.csv");
  writeFileSync(path, registerOf(lines.map((line) => ({ ...line, id: `CLI-${line.id}` }))));
  const before = await db().subjectRequest.count();
  const written = async () => (await db().subjectRequest.count()) - before;
  const command = (...more: string[]) => {
    const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", ".commands/import.ts", path, ...more], { env: { ...process.env, NODE_OPTIONS: "" }, stdio: ["ignore", "pipe", "pipe"] });
    children.add(child);
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    return { child, ended: new Promise<{ code: number | null; said: string }>((done) => child.once("exit", (code) => done({ code, said }))) };
  };
  const dry = await command().ended;
  expect(dry).toMatchObject({ code: 0, said: expect.stringContaining("510 to take over, 0 here already") as string });
  expect(await written()).toBe(0);

  const first = command("--apply");
  while ((await written()) === 0 && first.child.exitCode === null) await new Promise((soon) => setImmediate(soon));
  first.child.kill("SIGKILL");
  await first.ended;
  expect((await written()) % 250 === 0 || (await written()) === 510, "whole batches").toBe(true);

  expect((await command("--apply", "--as", dpo.email).ended).said).toMatch(/Done: \d+ taken over/);
  expect(await written()).toBe(510);
  expect(await command("--apply").ended).toMatchObject({ code: 0, said: expect.stringContaining("0 taken over, 510 here already") as string });
  expect(await verifyChain()).toMatchObject({ ok: true });
  expect(await command("--apply", "--as", "nobody@example.org").ended).toMatchObject({ code: 1, said: expect.stringMatching(/Nobody of the staff who may take registers over has this address\.\n$/) as string });
});
