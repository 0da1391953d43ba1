/** What an e-mail or a reply is made of. Plain text only: a renderer escapes it, nothing in it is ever markup. */
export type Block =
  | { kind: "paragraph"; text: string }
  | { kind: "heading"; text: string }
  | { kind: "list"; items: string[] }
  /** A link to one of our own pages. `path` begins with a single slash. */
  | { kind: "button"; label: string; path: string }
  /** A list of links to our own pages, each with what it is about. */
  | { kind: "links"; items: { label: string; path: string; detail: string }[] }
  | { kind: "facts"; rows: { term: string; detail: string }[] };

/** The subject is one line and holds no secret: never a code. */
export type Letter = { subject: string; blocks: Block[] };

export const paragraph = (text: string): Block => ({ kind: "paragraph", text });
export const heading = (text: string): Block => ({ kind: "heading", text });
export const list = (items: string[]): Block => ({ kind: "list", items });
export const button = (label: string, path: string): Block => ({ kind: "button", label, path });
export const links = (items: { label: string; path: string; detail: string }[]): Block => ({ kind: "links", items });
export const facts = (rows: [term: string, detail: string][]): Block => ({ kind: "facts", rows: rows.map(([term, detail]) => ({ term, detail })) });
