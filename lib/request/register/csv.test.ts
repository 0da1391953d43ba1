import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvCell, csvLine } from "./csv";

/** A reader of RFC 4180, to see what a spreadsheet would. */
function parse(text: string): string[][] {
  const lines: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at] as string;
    if (isQuoted && one === '"' && text[at + 1] === '"') cell += text[(at += 1)];
    else if (one === '"' && (isQuoted || cell === "")) isQuoted = !isQuoted;
    else if (!isQuoted && (one === "," || one === "\r")) {
      lines.at(-1)?.push(cell);
      cell = "";
      if (one === "\r") {
        expect(text[(at += 1)], "CR LF").toBe("\n");
        lines.push([]);
      }
    } else cell += one;
  }
  return lines.slice(0, -1);
}

describe("IN6: no cell is a formula", () => {
  const own = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", '"=1', "'=1", "\u200B=1", "\uFEFF=1", "＝1+1", "＋1", "－1", "＠SUM(1)", "−1", " \t'\"=1", "\u00A0@x", "“=1", "|calc", "%0A=1"];
  const shared = new URL("../../../../shared/data/attack/text/csv-injection/csv-payload.txt", import.meta.url);
  const gathered = existsSync(shared) ? readFileSync(shared, "utf8").split("\n").filter((line) => /^[\s"']*[=+\-@]/.test(line)) : [];

  test.each([...own, ...gathered])("%j", (text) => {
    const [[cell] = []] = parse(csvLine([text, "x"]));
    expect(cell).toBe(`'${text}`);
  });
});

test("what is harmless stays as it is", () => {
  for (const text of ["", "K7QF-2M95", "2026-11-26", "Accès : Accordé", "12", "Claire O’Neil", "a=b", "a-b"]) expect(csvCell(text)).toBe(text);
  expect(csvCell('dit "non", puis oui')).toBe('"dit ""non"", puis oui"');
});

test("any text comes back as it was, but for the apostrophe", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: fc.oneof(fc.constantFrom('"', ",", "\r", "\n", "\t", "=", "'", " ", ";"), fc.string({ minLength: 1, maxLength: 1 })) }), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (lines) => {
      const read = parse(lines.map(csvLine).join(""));
      expect(read.map((cells, line) => cells.map((cell, index) => (cell === `'${lines[line]?.[index]}` ? cell.slice(1) : cell)))).toEqual(lines);
    }),
  );
});
