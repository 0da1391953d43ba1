import fc from "fast-check";
import { expect, test } from "vitest";
import { safeName } from "./safe-name";

test.each([
  ["passport.jpg", "passport.jpg"],
  ["../../x", "x"],
  ["..\\..\\boot.ini", "boot.ini"],
  ["/etc/passwd", "etcpasswd"],
  ["a%00.pdf", "a%00.pdf"],
  ["a\u0000.pdf", "a.pdf"],
  ["CON", "_CON"],
  ["con.pdf", "_con.pdf"],
  ["console.pdf", "console.pdf"],
  ["invoice\u202egnp.exe", "invoicegnp.exe"],
  ["\u2066x\u2069\u200f.png", "x.png"],
  ["line\r\nSet-Cookie: a=b.pdf", "lineSet-Cookie a=b.pdf"],
  ["", "file"],
  [" . .. ", "file"],
  ["....", "file"],
  ["\ud800", "file"],
  ["Ma\u0301laga.pdf", "M\u00e1laga.pdf"],
  ["विश्व पासपोर्ट.pdf", "विश्व पासपोर्ट.pdf"],
  ["👩‍💻 id.png", "👩‍💻 id.png"],
  ['a"<b>|c?*.pdf', "abc.pdf"],
])("%j → %j", (given, expected) => expect(safeName(given)).toBe(expected));

test("5 000 characters are cut to 100 and keep their extension", () => {
  for (const length of [3000, 5000, 100_000]) expect(safeName(`${"x".repeat(length)}.pdf`)).toBe(`${"x".repeat(96)}.pdf`);
  expect(safeName("x".repeat(5000)).length).toBe(100);
  expect(safeName(`${"🗝".repeat(200)}.pdf`).isWellFormed()).toBe(true);
});

test("of any text: short, well-formed, NFC, never empty, and safe a second time", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ unit: "grapheme", maxLength: 200 })), (text) => {
      const name = safeName(text);
      expect(name).not.toMatch(/[\p{Cc}/\\:]|^\.|[. ]$|^\s*$/u);
      expect(name.length).toBeLessThanOrEqual(100);
      expect(name.isWellFormed()).toBe(true);
      expect(name.normalize("NFC")).toBe(name);
      expect(safeName(name)).toBe(name);
    }),
    { numRuns: 2000 },
  );
});
