/**
 * A state only changes on a POST that our own page sent. Every browser names
 * the page's origin on a POST; a request without one is not from a browser
 * page and is refused like one from elsewhere.
 */
import "server-only";

/** Paths called by programs or by the browser itself, which prove themselves in another way or change nothing. */
const exemptPaths: readonly string[] = ["/api/csp-report"];

/**
 * Questions of programs: they carry no session and change nothing. Plain names only, so that nothing Next could read as
 * another path (`..`, `%2e`, `//`, `;`) is exempt.
 */
const programPath = /^\/api\/v1(?:\/[a-z0-9-]+)+$/;

/** Is it asked by a program? */
export function isForPrograms(path: string): boolean {
  return programPath.test(path);
}

export type PostFacts = {
  path: string;
  origin: string | undefined;
  secFetchSite: string | undefined;
  /** The Host of this request, already known to be ours. */
  host: string;
};

/** True when the POST may go on. */
export function mayPost({ path, origin, secFetchSite, host }: PostFacts, publicUrl: string): boolean {
  if (exemptPaths.includes(path) || isForPrograms(path)) return true;
  if (secFetchSite !== undefined && secFetchSite !== "same-origin") return false;
  const { protocol } = new URL(publicUrl);
  return origin !== undefined && URL.parse(origin)?.origin === origin && origin === URL.parse(`${protocol}//${host}`)?.origin;
}
