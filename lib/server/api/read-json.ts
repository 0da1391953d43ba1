import "server-only";

/** Most bytes a question may have. The edge refuses more before it gets here; counted again because this is where it is read. */
export const mostBytes = 16 * 1024;

export type Read = { json: unknown } | { status: 400 | 413 | 415; detail: string };

/** Is it sent as JSON? Parameters (`charset`) are allowed and change nothing: JSON is UTF-8 (RFC 8259). */
export function isJson(contentType: string | null | undefined): boolean {
  return /^application\/json[ \t]*(;|$)/i.test(contentType ?? "");
}

/** The JSON of a body, read piece by piece and no further than allowed. What is no UTF-8 or no JSON is the sender's mistake. */
export async function readJson(request: Request): Promise<Read> {
  if (!isJson(request.headers.get("content-type"))) return { status: 415, detail: "Send the question as application/json." };
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.length;
      if (bytes > mostBytes) return { status: 413, detail: `A question may have at most ${mostBytes} bytes.` };
      chunks.push(chunk);
    }
  } catch {
    return { status: 400, detail: "The body broke off." };
  }
  try {
    return { json: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks))) as unknown };
  } catch {
    return { status: 400, detail: "The body is not JSON in UTF-8." };
  }
}
