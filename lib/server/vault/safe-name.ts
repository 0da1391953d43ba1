import "server-only";

const MAX_CHARS = 100;
const FALLBACK = "file";

/** Controls, lone surrogates, bidi marks and overrides, byte-order mark, separators, annotation and tag characters. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** Characters with a meaning in a path or a shell on some system. */
const IN_PATHS = /[/\\:*?"<>|]/g;
/** Names that Windows takes for devices, whatever the extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

const trimmed = (name: string) => name.replace(/\s+/g, " ").replace(/^[. ]+|[. ]+$/g, "");

function cut(name: string): string {
  if (name.length <= MAX_CHARS) return name;
  const extension = /\.[^.]{1,10}$/.exec(name)?.[0] ?? "";
  const stem = name.slice(0, MAX_CHARS - extension.length).replace(/[\ud800-\udbff]$/, "");
  return trimmed(stem) + extension;
}

/**
 * The name a person gave a file, made safe to show and to offer for download: NFC, no control, bidi or path
 * characters, at most 100 UTF-16 units with the extension kept, never empty. Never used as a place on disk.
 */
export function safeName(name: string): string {
  const plain = (name.length > 4096 ? name.slice(0, 2048) + name.slice(-2048) : name).normalize("NFC").replace(INVISIBLE, "").replace(IN_PATHS, "").normalize("NFC");
  return cut(trimmed(plain).replace(DEVICE, "_$1")) || FALLBACK;
}
