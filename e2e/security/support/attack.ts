import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The collection of attack texts, read when it is there; our own lines are used in any case. */
export const attackFolder = join(resolve(process.env.SHARED_DIR ?? join(import.meta.dirname, "../../../../shared")), "data/attack/text");
const own = JSON.parse(readFileSync(join(import.meta.dirname, "attack-lines.json"), "utf8")) as Record<"redirect" | "script" | "email" | "name", string[]>;

function linesOf(match: RegExp): string[] {
  if (!existsSync(attackFolder)) return [];
  const files = readdirSync(attackFolder, { recursive: true, encoding: "utf8" }).filter((name) => match.test(name) && name.endsWith(".txt"));
  return files.flatMap((name) => readFileSync(join(attackFolder, name), "utf8").split(/\r?\n/)).filter((line) => line !== "" && !line.startsWith("#"));
}

/** Every n-th, so that a test of many lines ends in its time and takes some of each list. */
function some(lines: string[], most: number): string[] {
  const step = Math.max(1, Math.ceil(lines.length / most));
  return lines.filter((_, index) => index % step === 0);
}

/** Addresses that some redirect takes for its own. */
export function redirectTargets(): string[] {
  return [...own.redirect, ...some(linesOf(/redirect/i).map((line) => line.replace(/\{[^}]*\}|<[^>]*>/g, "evil.example")), 150)];
}

/** Texts that run when a page does not escape them. */
export function scripts(most: number): string[] {
  return [...own.script, ...some([...linesOf(/xss/i), ...linesOf(/blns/)].filter((line) => line.length <= 900), most)];
}

/** What must never become an address of a mail, or more than one. */
export function badAddresses(): string[] {
  return own.email;
}

/** Texts that must come back as they were typed. */
export function plainTexts(): string[] {
  return own.name;
}
