import fc from "fast-check";
import { expect, test } from "vitest";
import type { Letter } from "./letter";
import { linkTo } from "./link";
import { parseNotation } from "./notation";
import { renderHtml } from "./render-html";
import { renderText } from "./render-text";

const options = { locale: "en" as const, baseUrl: "https://rights.example", footer: ["<b>Footer</b>"] };
const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>&lt;`;

test("every text is escaped, in every kind of block", () => {
  const letter: Letter = {
    subject: hostile,
    blocks: [
      { kind: "paragraph", text: hostile },
      { kind: "heading", text: hostile },
      { kind: "list", items: [hostile] },
      { kind: "button", label: hostile, path: `/fr?x=${hostile}` },
      { kind: "links", items: [{ label: hostile, path: `/fr?x=${hostile}`, detail: hostile }] },
      { kind: "facts", rows: [{ term: hostile, detail: hostile }] },
    ],
  };
  const html = renderHtml(letter, options);
  expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>(?!&)|<b>/);
  expect(html.match(/&lt;script&gt;/g)).toHaveLength(10);
  expect(renderText(letter, options)).toContain(hostile);
});

test.each(["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "", "fr/follow"])("no link leads elsewhere: %j", (path) => {
  expect(() => linkTo(path, "https://rights.example")).toThrow();
});

test("the notation: paragraphs, headings, lists, and nothing else", () => {
  expect(parseNotation("Hello\nyou\n\n## Title\n- one\n- two\nafter\r\n\r\n# not a heading\n**not bold** <b>\n##nor this")).toEqual([
    { kind: "paragraph", text: "Hello\nyou" },
    { kind: "heading", text: "Title" },
    { kind: "list", items: ["one", "two"] },
    { kind: "paragraph", text: "after" },
    { kind: "paragraph", text: "# not a heading\n**not bold** <b>\n##nor this" },
  ]);
  expect(parseNotation("")).toEqual([]);
  expect(parseNotation("\n \n\t\n")).toEqual([]);
});

test("the notation loses no letter and makes no markup, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (body) => {
      const blocks = parseNotation(body);
      const said = blocks.flatMap((block) => (block.kind === "list" ? block.items : [block.text])).join(" ");
      const letters = (text: string) => text.match(/\p{L}/gu)?.join("") ?? "";
      expect(letters(said)).toBe(letters(body));
      const html = renderHtml({ subject: "s", blocks }, options);
      const inside = html.slice(html.indexOf("</h1>"), html.indexOf('<p class="footer"'));
      expect(inside.replace(/<\/?(?:p|h1|h2|ul|li|div|br)>/g, "")).not.toMatch(/[<>]/);
    }),
  );
});

test("long bodies take linear time", () => {
  for (const bit of ["- ", "## ", "\n", "a", "[", "- a\n", "## \n\n"]) parseNotation(bit.repeat(100_000));
});
