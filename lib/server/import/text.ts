import "server-only";
import { UnreadableFile } from "./unreadable";

const decoder = () => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Bytes as text, piece by piece. @throws UnreadableFile where they are not UTF-8, or no text. */
export async function* textOf(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const utf8 = decoder();
  let line = 1;
  for await (const bytes of source) {
    const text = decoded(utf8, bytes, line);
    if (text.includes("\u0000") || (line === 1 && /^(PK\u0003\u0004|%PDF-)/.test(text))) throw new UnreadableFile("not-text", line + linesIn(text.split("\u0000", 1)[0] ?? ""));
    line += linesIn(text);
    if (text !== "") yield text;
  }
  decoded(utf8, null, line);
}

function decoded(utf8: TextDecoder, bytes: Buffer | null, line: number): string {
  try {
    return bytes ? utf8.decode(bytes, { stream: true }) : utf8.decode();
  } catch {
    const [before = ""] = bytes ? new TextDecoder().decode(bytes).split("\uFFFD", 1) : [""];
    throw new UnreadableFile(bytes?.subarray(0, 2).toString("latin1") === "PK" ? "not-text" : "not-utf8", line + linesIn(before));
  }
}

function linesIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
