import "server-only";

/** What a file may be fetched as: a picture on our page, a page of its own, a download, a script's own fetch. */
const dests = ["image", "document", "empty"];

/**
 * No page of another site may pull a file in, and none of ours runs or frames one. A link followed by the person (a
 * navigation) may come from anywhere: the cookie decides. Old browsers say nothing and are let through to that. UP7.
 */
export function mayFetch(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  const dest = headers.get("sec-fetch-dest");
  if (dest !== null && !dests.includes(dest)) return false;
  if (site === null || site === "same-origin" || site === "none") return true;
  return dest === "document" && headers.get("sec-fetch-mode") === "navigate";
}

/** Is it fetched as a picture on a page, where the viewer lays its watermark over it? Old browsers say nothing. */
export function isOnPage(headers: Headers): boolean {
  return (headers.get("sec-fetch-dest") ?? "image") === "image";
}
