import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Every text of a file of texts, also of those that are functions, with X for what they are given. */
function textsOf(source: string): string[] {
  const texts: string[] = [];
  let at = 0;
  const skipTo = (end: string) => (at = source.indexOf(end, at) + end.length);
  /** Up to the end of the text that begins here. */
  const text = (quote: string) => {
    let said = "";
    for (at += 1; source[at] !== quote; at += 1) {
      if (source[at] === "\\") said += source[(at += 1)];
      else if (quote === "`" && source.startsWith("${", at)) {
        at += 2;
        code();
        said += "X";
      } else said += source[at];
    }
    texts.push(said);
  };
  /** Up to the brace that closes what was given to a text, or to the end of the file. */
  const code = () => {
    for (let depth = 0; at < source.length; at += 1) {
      if (source.startsWith("/*", at)) skipTo("*/");
      else if (source.startsWith("//", at)) skipTo("\n");
      if (source[at] === '"' || source[at] === "`") text(source[at] as string);
      else if (source[at] === "{") depth += 1;
      else if (source[at] === "}" && (depth -= 1) < 0) return;
    }
  };
  code();
  return texts;
}

const french = join(import.meta.dirname, "fr");

test.each(readdirSync(french))("the typography of French holds: %s", (name) => {
  const texts = textsOf(readFileSync(join(french, name), "utf8"));
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => /[^\S\u00a0\u202f][:;?!»]|«[^\S\u00a0\u202f]|[a-zà-ÿ]'[a-zà-ÿ]/i.test(text))).toEqual([]);
});

test("a text that is a function is seen, one within another too", () => {
  expect(textsOf("const a = (b) => `Oui ${b ? `non : ${c}` : \"peut-être\"} ; fin`; /* « ici » */")).toEqual(["non : X", "peut-être", "Oui X ; fin"]);
});
