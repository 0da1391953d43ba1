import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { fileLimits } from "@/lib/request/import/columns";
import { permissionsOf } from "@/lib/access/permissions";
import { now } from "../clock";
import { db } from "../db";
import { append } from "../events";
import { type Checked, checkFile, type LineFinding } from "./check";
import { judgedBatches } from "./judge";
import { batchLimits, type Counts, countsOf, takeOver, type TakenBy } from "./take-over";
import { UnreadableFile } from "./unreadable";

/** What the one who called asked for cannot be done; the message is theirs to read. */
export class ImportError extends Error {}

/** `onStep` hears of lines read so far. */
export type FromDisk = { path: string; source: string; onStep?: (lines: number) => void };
export type DryRun = { so: Checked; findings: LineFinding[]; findingCount: number; sha256: string };

const mostKept = 1_000;

/** What would become of a register on this machine's disk; writes nothing. @throws UnreadableFile, ImportError */
export async function dryRun({ path, source, onStep }: FromDisk): Promise<DryRun> {
  await requireFile(path);
  const digest = createHash("sha256");
  const findings: LineFinding[] = [];
  let so: Checked = { lines: 0, ready: 0, known: 0, changed: 0, wrong: 0, warned: 0, unknownColumns: 0 };
  let findingCount = 0;
  for await (const step of checkFile(read(path, (bytes) => digest.update(bytes)), source)) {
    so = step.so;
    findingCount += step.findings.length;
    findings.push(...step.findings.slice(0, mostKept - findings.length));
    onStep?.(so.lines);
  }
  return { so, findings, findingCount, sha256: digest.digest("hex") };
}

/**
 * Takes that register over, a batch a transaction. Killed and called again, it goes on: what is here already is known by its id.
 * `by`: the address of the member of staff it is done for; else it is on record as the system's. @throws UnreadableFile, ImportError
 */
export async function applyFromDisk({ path, source, onStep }: FromDisk, by: string | null, checked: DryRun): Promise<Counts> {
  const taken = await takenBy(by);
  const importId = randomUUID();
  const fact = (type: "RegisterImportBegun" | "RegisterImportEnded", data: object) => db().$transaction((tx) => append(tx, now(), [{ id: randomUUID(), reference: null, sequence: null, type, actor: taken.actor, data: { importId, ...data } }]));
  await fact("RegisterImportBegun", { sha256: checked.sha256, count: checked.so.ready });
  const sum = countsOf([]);
  let lines = 0;
  for await (const batch of judgedBatches(read(path), source)) {
    const counts = await db().$transaction((tx) => takeOver(tx, batch.lines, taken), batchLimits);
    for (const fate of ["new", "known", "changed", "wrong"] as const) sum[fate] += counts[fate];
    onStep?.((lines += batch.lines.length));
  }
  await fact("RegisterImportEnded", { count: sum.new, known: sum.known, changed: sum.changed, wrong: sum.wrong });
  return sum;
}

async function takenBy(email: string | null): Promise<TakenBy> {
  if (email === null) return { actor: "system", staffId: randomUUID() };
  const staff = await db().staff.findUnique({ where: { email: email.trim().toLowerCase() }, select: { id: true, roles: true, disabledAt: true } });
  if (!staff || staff.disabledAt || !permissionsOf(staff.roles).has("register.import")) throw new ImportError("Nobody of the staff who may take registers over has this address.");
  return { actor: `staff:${staff.id}`, staffId: staff.id };
}

async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new ImportError("There is no such file.");
  if (found.size > fileLimits.bytes) throw new UnreadableFile("too-large");
}

async function* read(path: string, onBytes: (bytes: Buffer) => void = () => undefined): AsyncGenerator<Buffer> {
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    onBytes(bytes);
    yield bytes;
  }
}
