import { describe, expect, test } from "vitest";
import specimens from "../../fixtures/zones.json";
import { readZone } from "./read-zone";

describe("specimens published by ICAO and by states", () => {
  test.each(specimens)("$kind: $of", ({ kind, failed, surname, given, lines }) => {
    const zone = readZone(lines.join("\n"));
    expect(zone).toMatchObject({ kind, failed });
    expect([zone?.surname.words.join(" "), zone?.given.words.join(" ")]).toEqual([surname, given]);
  });

  test("a zone that fits itself does so no more with any one of its checked signs changed", () => {
    // Where the names of a card of three lines or of a passport stand, no digit watches.
    const unwatched: Record<string, (place: number) => boolean> = { td1: (at) => at < 5 || at >= 60 || (at >= 45 && at < 48) || at === 37, td2: (at) => at < 36 || (at >= 46 && at < 49) || at === 56, td3: (at) => at < 44 || (at >= 54 && at < 57) || at === 64, "french-card": () => false };
    for (const { kind, lines } of specimens.filter(({ failed }) => failed.length === 0)) {
      const text = lines.join("");
      for (let at = 5; at < text.length; at++) {
        if (unwatched[kind]?.(at)) continue;
        const sign = text.charAt(at);
        const other = /\d/.test(sign) ? String((Number(sign) + 1) % 10) : sign === "<" ? "1" : sign === "A" ? "B" : "A";
        if ((Number.parseInt(sign, 36) - Number.parseInt(other, 36)) % 10 === 0) continue; // ten further weighs the same
        expect(readZone(text.slice(0, at) + other + text.slice(at + 1))?.failed, `${kind}, sign ${at}`).not.toEqual([]);
      }
    }
  });
});

test("lines are taken however they were typed: in one, in small letters, with spaces or French quotes", () => {
  const [first = "", second = ""] = specimens.find(({ kind }) => kind === "td3")?.lines ?? [];
  const expected = readZone(`${first}\n${second}`);
  expect(expected?.failed).toEqual([]);
  for (const typed of [first + second, `${first}\r\n\r\n${second}\n`.toLowerCase(), first.replaceAll("<<", "«") + second, ` ${[...first].join(" ")} ${second}`]) expect(readZone(typed)).toEqual(expected);
});

test.each(["", "ERIKSSON", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "<".repeat(88), "V".padEnd(88, "<"), `P${"é".repeat(87)}`, `I${"<".repeat(88)}`])("%s is no zone", (typed) => {
  expect(readZone(typed)).toBeNull();
});

test("nothing of a zone but its kind, its names and what failed is told", () => {
  for (const { lines } of specimens) expect(Object.keys(readZone(lines.join("")) ?? {}).sort()).toEqual(["failed", "given", "kind", "surname"]);
});
