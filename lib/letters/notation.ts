import type { Block } from "./letter";

type Prose = Extract<Block, { kind: "paragraph" | "heading" | "list" }>;

/**
 * Reads the small notation staff write replies in: paragraphs between empty lines, `## ` headings, `- ` lists.
 * Everything else stays text; line breaks inside a paragraph are kept. Linear in the length of the body.
 */
export function parseNotation(body: string): Prose[] {
  const blocks: Prose[] = [];
  let open: Prose | null = null;
  for (const line of body.replace(/\r\n?|[\u2028\u2029]/g, "\n").split("\n")) {
    const kind = line.startsWith("## ") ? "heading" : line.startsWith("- ") ? "list" : "paragraph";
    if (line.trim() === "") open = null;
    else if (open?.kind === "list" && kind === "list") open.items.push(line.slice(2).trim());
    else if (open?.kind === "paragraph" && kind === "paragraph") open.text += `\n${line.trim()}`;
    else blocks.push((open = blockOf(kind, line)));
  }
  return blocks;
}

function blockOf(kind: Prose["kind"], line: string): Prose {
  if (kind === "heading") return { kind, text: line.slice(3).trim() };
  if (kind === "list") return { kind, items: [line.slice(2).trim()] };
  return { kind, text: line.trim() };
}
