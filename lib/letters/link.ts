/** The full address of one of our own pages. Throws on anything that could lead elsewhere. */
export function linkTo(path: string, baseUrl: string): string {
  const url = URL.parse(path, baseUrl);
  if (!/^\/(?![/\\])/.test(path) || !url || url.origin !== new URL(baseUrl).origin) throw new Error("a letter links to our own pages only");
  return url.href;
}
