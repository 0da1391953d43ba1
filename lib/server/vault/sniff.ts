import "server-only";

/** How much of a file the judgement looks at, in bytes. Longer heads are cut to it. */
export const HEAD_BYTES = 4096;

export type ProofKind = "jpeg" | "png" | "pdf";
export type ReplyKind = ProofKind | "csv" | "json" | "txt" | "zip";
export type Verdict<Kind> = { ok: true; kind: Kind } | { ok: false; code: "type" };

type Rule = { extensions: string[]; types: string[]; looksRight: (head: Buffer) => boolean };

const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const startsWith = (head: Buffer, bytes: Buffer) => head.subarray(0, bytes.length).equals(bytes);

/** No NUL or other control bytes, and not the beginning of a page, program or document in disguise. */
function isText(head: Buffer): boolean {
  const text = head.toString("latin1");
  if (/[^\t\n\f\r\x20-\xff]/.test(text)) return false;
  return !/^(\xef\xbb\xbf)?\s{0,100}(<[!?a-z]|%PDF|%!PS|\{\\rtf|GIF8|#!)/i.test(text);
}

function isUtf8(head: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: head.length === HEAD_BYTES });
    return true;
  } catch {
    return false;
  }
}

const isJson = (head: Buffer) => isText(head) && isUtf8(head) && /^\ufeff?\s*[[{"\d\-tfn]/.test(head.toString("utf8"));

/** Magic bytes at offset 0 only: a signature further in is how polyglots are built. */
const PROOF: Record<ProofKind, Rule> = {
  jpeg: { extensions: ["jpg", "jpeg"], types: ["image/jpeg", "image/jpg", "image/pjpeg"], looksRight: (h) => /^\xff\xd8\xff[\xc0-\xfe]/.test(h.toString("latin1", 0, 4)) },
  png: { extensions: ["png"], types: ["image/png"], looksRight: (h) => startsWith(h, PNG) },
  pdf: { extensions: ["pdf"], types: ["application/pdf"], looksRight: (h) => startsWith(h, Buffer.from("%PDF-")) },
};

const REPLY: Record<ReplyKind, Rule> = {
  ...PROOF,
  csv: { extensions: ["csv"], types: ["text/csv", "text/plain", "application/csv", "application/vnd.ms-excel"], looksRight: isText },
  json: { extensions: ["json"], types: ["application/json", "text/json"], looksRight: isJson },
  txt: { extensions: ["txt"], types: ["text/plain"], looksRight: isText },
  zip: { extensions: ["zip"], types: ["application/zip", "application/x-zip-compressed"], looksRight: (h) => /^PK(\x03\x04|\x05\x06)/.test(h.toString("latin1", 0, 4)) },
};

function judge<Kind extends string>(rules: Record<Kind, Rule>, head: Buffer, name: string, declaredType: string): Verdict<Kind> {
  const extension = /\.([a-z]{1,5})$/.exec(name.slice(-10).toLowerCase())?.[1];
  const type = declaredType.slice(0, 200).split(";")[0]!.trim().toLowerCase();
  for (const [kind, rule] of Object.entries(rules) as [Kind, Rule][]) {
    if (!extension || !rule.extensions.includes(extension)) continue;
    if (rule.types.includes(type) && rule.looksRight(head.subarray(0, HEAD_BYTES))) return { ok: true, kind };
  }
  return { ok: false, code: "type" };
}

/**
 * What a person sends to prove who they are: JPEG, PNG or PDF, where content, extension and declared type agree.
 * Only the first gate: that the file is whole and harmless is decided by decoding it (derive.ts).
 */
export function sniff(head: Buffer, name: string, declaredType: string): Verdict<ProofKind> {
  return judge(PROOF, head, name, declaredType);
}

/** What staff attach to a reply: also CSV, JSON, text and ZIP. These are kept as they are. */
export function sniffReply(head: Buffer, name: string, declaredType: string): Verdict<ReplyKind> {
  return judge(REPLY, head, name, declaredType);
}
