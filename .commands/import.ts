/**
 * `npm run import -- file.csv [--apply] [--source name] [--as address]`: takes over a register kept elsewhere. Without `--apply` it
 * only says what would become of it. Stopped or killed, it goes on when called again.
 */
import { parseArgs } from "node:util";
import { messages } from "@/lib/i18n/messages";
import type { LineError, LineWarning } from "@/lib/request/import/columns";
import { onDatabase } from "./on-database";

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const count = (number: number) => number.toLocaleString("en");
const { registerImport: text } = messages("en");
/** Remarks that are printed; the page shows more of them. */
const mostPrinted = 100;

/** On a terminal, the same line again and again. */
function progress(verb: string, all: number | null) {
  return (lines: number) => void (process.stdout.isTTY && process.stdout.write(`\r${verb} ${count(lines)}${all === null ? "" : ` of ${count(all)} (${Math.floor((lines * 100) / Math.max(1, all))}%)`} lines\u001b[K${lines === all ? "\n" : ""}`));
}

await onDatabase(async (expects) => {
  const { applyFromDisk, dryRun, ImportError } = await import("@/lib/server/import/from-disk");
  const { UnreadableFile } = await import("@/lib/server/import/unreadable");
  expects(ImportError);
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { apply: { type: "boolean", default: false }, source: { type: "string", default: "register" }, as: { type: "string" } } });
  const [path] = positionals;
  if (!path) throw new ImportError("Name the file: npm run import -- file.csv");
  const from = { path, source: values.source };
  try {
    const checked = await dryRun({ ...from, onStep: progress("Checked", null) });
    const { so, findings, findingCount } = checked;
    if (process.stdout.isTTY) say("");
    for (const { line, column, code, isError } of findings.slice(0, mostPrinted)) say(`line ${line}, ${column}: ${isError ? text.error[code as LineError] : text.warning[code as LineWarning]} (${isError ? text.findings.isError : text.findings.isWarning})`);
    if (findingCount > mostPrinted) say(`… and ${count(findingCount - mostPrinted)} more remarks: mend these first, or see them all at /office/import.`);
    say(`${count(so.lines)} lines of the register "${values.source}": ${count(so.ready)} to take over, ${count(so.known)} here already, ${count(so.changed)} here and changed since, ${count(so.wrong)} to mend.`);
    if (so.unknownColumns > 0) say(`Unknown columns, passed over: ${count(so.unknownColumns)}.`);
    if (!values.apply) return say(so.ready > 0 ? "Nothing was written. To take them over, call it again with --apply." : text.nothing);
    const done = await applyFromDisk({ ...from, onStep: progress("Taken over", so.lines) }, values.as ?? null, checked);
    say(`Done: ${count(done.new)} taken over, ${count(done.known)} here already, ${count(done.changed)} here and left as they are, ${count(done.wrong)} left out. Nobody was written to.`);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new ImportError(`${text.problem[error.problem](error.line, error.column ?? "")} ${text.again}`);
    throw error;
  }
});
