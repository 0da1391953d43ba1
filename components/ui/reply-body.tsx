import type { ReactNode } from "react";

/**
 * Text in the small notation of our replies: paragraphs between empty lines, `## ` headings, `- ` lists.
 * Everything else stays text. `level` is the level of its headings on this page.
 */
export function ReplyBody({ body, level = 2 }: { body: string; level?: 2 | 3 | 4 }) {
  return <div className="prose reply-body">{blocksOf(body).map((block, index) => render(block, index, level))}</div>;
}

type ReplyBlock = { kind: "heading" | "list" | "paragraph"; lines: string[] };

function blocksOf(body: string): ReplyBlock[] {
  const blocks: ReplyBlock[] = [];
  let open: ReplyBlock | null = null;
  for (const line of body.replace(/\r\n?/g, "\n").split("\n")) {
    const kind = line.startsWith("## ") ? "heading" : line.startsWith("- ") ? "list" : "paragraph";
    if (line.trim() === "") open = null;
    else if (open && open.kind === kind && kind !== "heading") open.lines.push(line);
    else blocks.push((open = { kind, lines: [line] }));
  }
  return blocks;
}

function render({ kind, lines }: ReplyBlock, key: number, level: number): ReactNode {
  const Tag = `h${level}` as "h2";
  if (kind === "heading") return <Tag key={key}>{lines[0]?.slice(3)}</Tag>;
  if (kind === "list") return <ul key={key}>{lines.map((line, index) => <li key={index}>{line.slice(2)}</li>)}</ul>;
  return <p key={key}>{lines.flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]))}</p>;
}
