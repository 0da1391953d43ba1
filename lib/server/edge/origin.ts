/**
 * A state only changes on a POST that our own page sent. Every browser names
 * the page's origin on a POST; a request without one is not from a browser
 * page and is refused like one from elsewhere.
 */
import "server-only";

/** Paths called by programs or by the browser itself, which prove themselves in another way or change nothing. */
const exemptPaths: readonly string[] = ["/api/csp-report"];

export type PostFacts = {
  path: string;
  origin: string | undefined;
  secFetchSite: string | undefined;
  /** The Host of this request, already known to be ours. */
  host: string;
};

/** True when the POST may go on. */
export function mayPost({ path, origin, secFetchSite, host }: PostFacts, publicUrl: string): boolean {
  if (exemptPaths.includes(path)) return true;
  if (secFetchSite !== undefined && secFetchSite !== "same-origin") return false;
  const { protocol } = new URL(publicUrl);
  return origin !== undefined && URL.parse(origin)?.origin === origin && origin === URL.parse(`${protocol}//${host}`)?.origin;
}
