/** An address of the office to go back to: a plain path, nothing that could lead elsewhere. Else its first page. security.md AU11. */
export function ownPage(asked: unknown): string {
  return typeof asked === "string" && asked.length <= 200 && /^\/office(?:\/[A-Za-z0-9-]+)*$/.test(asked) ? asked : "/office";
}
