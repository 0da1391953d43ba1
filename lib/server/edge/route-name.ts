/** The pattern a log line may name: the path itself can hold a reference or a token. */
import "server-only";

const patterns: readonly [RegExp, string][] = [
  [/^\/_next\/static\//, "/_next/static"],
  [/^\/api\/(auth|calendar|files|health|csp-report|sign-on|v1)(?=\/|$)/, "/api/$1"],
  [/^\/office(?:\/(requests|settings|sign-in))?(?=\/|$)/, "/office/$1"],
  [/^\/(?:fr|en)(?:\/(ask|follow|task|time-limit))?(?=\/|$)/, "/[locale]/$1"],
];

/** The pattern of a path, for the log: never a reference, a token or an id. */
export function routeName(path: string): string {
  for (const [pattern, name] of patterns) {
    const match = pattern.exec(path);
    if (match) return name.replace("$1", match[1] ?? "").replace(/\/$/, "");
  }
  return path === "/" ? "/" : "other";
}
