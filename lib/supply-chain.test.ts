import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** What npm installs, judged from the two committed files: security.md SC1, since an audit service may not be there to ask. */
type Entry = { version: string; resolved?: string; integrity?: string; hasInstallScript?: boolean; link?: boolean; optional?: boolean };
const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, "..", name), "utf8"));
const lock = read("package-lock.json") as { lockfileVersion: number; packages: Record<string, Entry> };
const own = read("package.json") as { allowScripts: Record<string, boolean> } & Record<"dependencies" | "devDependencies", Record<string, string>>;
const entries = Object.entries(lock.packages).filter(([path]) => path !== "");
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
const versionsOf = (name: string) => entries.filter(([path]) => nameOf(path) === name).map(([, { version }]) => version);

/** The first version without a known hole: security.md 2.11. */
const floors: Record<string, string> = { next: "16.4.5", react: "19.3.1", "react-dom": "19.3.1", "next-auth": "4.24.15", nodemailer: "10.6.0", sharp: "0.35.5" };

function isAtLeast(version: string, floor: string): boolean {
  const [have, need] = [version, floor].map((text) => text.split(/[.-]/).slice(0, 3).map(Number)) as [number[], number[]];
  const at = have.findIndex((part, index) => part !== need[index]);
  return at === -1 || (have[at] as number) > (need[at] as number);
}

describe("SC1", () => {
  test.each(Object.entries(floors))("%s is one version, at least %s", (name, floor) => {
    const versions = versionsOf(name);
    expect(versions).toHaveLength(1);
    expect(isAtLeast(versions[0] as string, floor), versions[0]).toBe(true);
  });

  test("every part of Prisma is the same 7.10", () => {
    for (const name of ["prisma", "@prisma/client", "@prisma/adapter-pg", "@prisma/driver-adapter-utils"]) expect(versionsOf(name), name).toEqual([expect.stringMatching(/^7\.10\.\d+$/)]);
    expect(new Set(["prisma", "@prisma/client", "@prisma/adapter-pg"].flatMap(versionsOf)).size).toBe(1);
  });

  test("what we ask for is exact, so that an install is the one that was tested", () => {
    for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.-]+)?$/);
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  test("every package comes from the registry with a SHA-512, none from git, a file or a link", () => {
    expect(lock.lockfileVersion).toBe(3);
    expect(entries.length).toBeGreaterThan(100);
    for (const [path, { integrity, resolved, link }] of entries) {
      if (resolved === undefined && isBundled(path)) continue;
      expect(link, path).toBeUndefined();
      expect(integrity, path).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
      if (resolved !== undefined) expect(resolved, path).toMatch(/^https:\/\/[^/]+\/.*\.tgz$/);
    }
  });

  test("only the packages of `allowScripts` have a script of their own at install", () => {
    const scripted = entries.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    // Those for other platforms are never installed on this one and do the same there.
    const unlisted = scripted.filter((name) => !(name in own.allowScripts) && !isElsewhere(name));
    expect(unlisted).toEqual([]);
  });
});

/** Packed inside the package above it, whose own sum covers it. */
function isBundled(path: string): boolean {
  return (lock.packages[path] as { inBundle?: boolean } | undefined)?.inBundle === true;
}

function isElsewhere(name: string): boolean {
  const entry = entries.find(([path]) => nameOf(path) === name)?.[1] as { optional?: boolean; os?: string[]; cpu?: string[] };
  return entry.optional === true && (entry.os?.includes(process.platform) === false || entry.cpu?.includes(process.arch) === false);
}
