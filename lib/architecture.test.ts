import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

/** The house rules of the tree, as checks over every tracked or new file. No exceptions list. */
const root = resolve(import.meta.dirname, "..");
const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "app", "components", "lib", "e2e", "prisma"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const sources = new Map(
  files.flatMap((file) => {
    try {
      return [[file, readFileSync(join(root, file), "utf8")] as const];
    } catch {
      return []; // deleted, not yet committed
    }
  }),
);
const isTest = (file: string) => /\.test\.tsx?$|\/fixtures\//.test(file);
const product = [...sources].filter(([file]) => !isTest(file) && !file.startsWith("e2e/"));

type Rule = { at: RegExp; may: RegExp[] };
const lib = (...names: string[]) => new RegExp(`^lib/(${names.join("|")})/`);
const pure = lib("law", "request", "access", "letters", "i18n", "directives", "preferences");
const stage = /^lib\/request\/(ask|check|handle|reply|retain)\//;
const rules: Rule[] = [
  { at: lib("law"), may: [lib("law"), /^(date-holidays|temporal-polyfill)$/] },
  { at: lib("request", "directives", "preferences"), may: [lib("law", "request", "access"), /^zod$/] },
  { at: lib("access"), may: [lib("law", "request", "access")] },
  { at: lib("i18n"), may: [lib("law", "request", "access", "i18n")] },
  { at: lib("letters"), may: [lib("law", "request", "access", "i18n", "letters")] },
  { at: lib("server"), may: [/^lib\//, /^prisma\/generated\//, /^[^./]/] },
  { at: /^components\/figures\//, may: [/^components\//, pure, /^react$/, /^d3-scale$/] },
  { at: /^components\//, may: [/^components\//, pure, /^react(-dom)?$/, /^next\/(link|navigation|form)$/, /\.css$/] },
  { at: /^app\/.*actions\.ts$/, may: [/^lib\/server\/action$/, /^lib\/server\/(ask|follow|office|tasks)\//, stage, /^lib\/request\/form-state$/] },
  { at: /^app\/api\//, may: [/^lib\/server\/(auth$|api\/|files\/|sign-on\/|reads\/)/, /^next/] },
  { at: /^app\//, may: [/^lib\/server\/(reads\/|session$)/, /^components\//, pure, /^react$/, /^next(\/|$)/, /^app\//, /\.css$/] },
];

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+["']([^"']+)["']|(?:^|\n)import\s+["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g)].map(
    (found) => (found[1] ?? found[2] ?? found[3]) as string,
  );
}

function target(file: string, specifier: string): string {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  return specifier.startsWith(".") ? relative(root, resolve(root, dirname(file), specifier)) : specifier;
}

test("arrows point to the law: every import is one its folder may make", () => {
  const wrong = product.flatMap(([file, text]) => {
    const rule = rules.find(({ at }) => at.test(file));
    if (!rule) return [];
    return importsOf(text)
      .map((specifier) => target(file, specifier))
      .filter((to) => !rule.may.some((allowed) => allowed.test(to)))
      .map((to) => `${file} → ${to}`);
  });
  expect(wrong).toEqual([]);
});

test("an action is a gate around one command or one handler, and nothing else is an action", () => {
  const actions = product.filter(([file]) => file.endsWith("/actions.ts"));
  const isGate = /^export const \w+ = (?:(?:staff|subject|public)Action\(.*\)|async \(.*\) => \w+Form\(.*\));$/;
  const lines = actions.flatMap(([file, text]) => text.split("\n").map((line) => ({ file, line })));
  expect(lines.filter(({ line }) => !isGate.test(line) && !/^(import .*|"use server";|\/\*\* .* \*\/)?$/.test(line))).toEqual([]);
  expect(product.filter(([, text]) => /^\s*["']use server["']/m.test(text)).map(([file]) => file)).toEqual(actions.map(([file]) => file));
});

test("only what has just proved who asks makes an actor", () => {
  const makers = product.filter(([file, text]) => file.startsWith("lib/") && /\bmint\(/.test(text)).map(([file]) => file);
  expect(makers.sort()).toEqual(["lib/server/actor.ts", "lib/server/follow/requester-session.ts", "lib/server/session.ts", "lib/server/staff-session.ts"]);
});

test("AC3: what reads or writes a case for somebody asks whether they see it; the rest is the worker's, or concerns no case's content", () => {
  const touches = /\bsubjectRequest\.|"SubjectRequest"|\bloadCase\(/;
  const asks = /\b(?:casesOf|seenBy|loadCaseFor|queueFilter|queueConditions|gatherable)\(/;
  const silent = product.filter(([file, text]) => /^lib\/server\/(?:[^/]+|(?:reads|office|files|follow|ask|api)\/.+)$/.test(file) && touches.test(text) && !asks.test(text)).map(([file]) => file);
  expect(silent.sort()).toEqual(
    [
      "lib/server/cached-dates.ts", // the clock's own, for all cases
      "lib/server/figure-cells.ts", // counts
      "lib/server/files/room.ts", // after `ownerOf`, which asked
      "lib/server/follow/ask-code.ts", // the person, by reference and address
      "lib/server/hands.ts", // counts of what each has open
      "lib/server/insert-cases.ts", // there was none before
      "lib/server/open-cases.ts", // the worker's walk
      "lib/server/perform.ts", // after `lockCase`, which asked
      "lib/server/reads/calendar.ts", // one's own cases, which one always sees
      "lib/server/reads/figures.ts", // read by those who see all
      "lib/server/reads/open-counts.ts", // counts of what each has open
      "lib/server/reads/queue-rows.ts", // the rows of such a page
      "lib/server/reads/queue-statement.ts", // by the conditions of queue-filter.ts, which asked
      "lib/server/reads/receipt.ts", // the person who just filed it
      "lib/server/reads/teams.ts", // counts, for who manages staff
      "lib/server/reminders.ts", // decided for all; what is sent asks
      "lib/server/teams.ts", // the same
      "lib/server/write.ts", // what `perform` decided
    ].sort(),
  );
});

test("only lib/server and prisma/ know Prisma", () => {
  const wrong = product.filter(([file, text]) => !/^(lib\/server|prisma)\//.test(file) && /prisma\/(generated|client)|@prisma\//.test(importsOf(text).join("\n")));
  expect(wrong.map(([file]) => file)).toEqual([]);
});

test("every file of lib/server is closed to the browser", () => {
  const open = product.filter(([file, text]) => file.startsWith("lib/server/") && /\.tsx?$/.test(file) && !text.includes('import "server-only";'));
  expect(open.map(([file]) => file)).toEqual([]);
});

test("the law, the request, access, letters and texts are pure: no clock, no chance, no output", () => {
  const impure = product.filter(([file, text]) => pure.test(file) && /new Date\(\)|Date\.now\(\)|Math\.random|crypto\.|console\.|process\.|fetch\(/.test(text));
  expect(impure.map(([file]) => file)).toEqual([]);
});

test.each([
  ["Math.random", /Math\.random/],
  ["dangerouslySetInnerHTML", /dangerouslySetInnerHTML/],
  ["unsafe SQL", /\$(queryRaw|executeRaw)Unsafe|Prisma\.raw\(/],
  ["inline styles", /\sstyle=\{/],
  ["console output", /\bconsole\.(log|error|warn|info|debug)/],
  ["a switched-off type check", /@ts-(ignore|nocheck|expect-error)|\bas any\b/],
])("nowhere in the product: %s", (_name, pattern) => {
  expect(product.filter(([file, text]) => !file.includes("/generated/") && pattern.test(text)).map(([file]) => file)).toEqual([]);
});

test("time is asked of one clock only", () => {
  const askers = product.filter(([file, text]) => /^(lib\/server|app|components)\//.test(file) && file !== "lib/server/clock.ts" && /new Date\(\)|Date\.now\(\)/.test(text));
  expect(askers.map(([file]) => file)).toEqual([]);
});

test("no drawers", () => {
  expect([...sources.keys()].filter((file) => /(^|\/)(utils?|helpers?|misc|services?|common)(\/|\.tsx?$)/.test(file))).toEqual([]);
});

test("files are small: none over 200 lines but texts, median at most 60", () => {
  const sizes = product.filter(([file]) => !/^lib\/i18n\/|\/generated\//.test(file)).map(([file, text]) => ({ file, lines: text.split("\n").length - 1 }));
  expect(sizes.filter(({ lines }) => lines > 200)).toEqual([]);
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60);
});

test("no proxy stands between the routes and their own checks", () => {
  expect([...sources.keys()].filter((file) => /^(src\/)?(proxy|middleware)\.ts$/.test(file))).toEqual([]);
});
