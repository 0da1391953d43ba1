import { expect, test } from "@playwright/test";
import { origin } from "./support/run";

/** An empty page of the framework ships about 137 kB of script (gzip); ours may add 15 kB. experience.md, Speed. */
const scriptBudget = 152_000;

for (const path of ["/fr", "/en/ask/access", "/fr/ask/deceased", "/fr/follow", "/fr/your-data", "/en/time-limit?filedOn=2026-09-15"]) {
  test(`${path} ships little script and asks nobody else for anything`, async ({ page, request }) => {
    const scripts = new Set<string>();
    const others: string[] = [];
    page.on("request", (asked) => {
      if (!asked.url().startsWith(origin) && !asked.url().startsWith("data:")) others.push(asked.url());
      if (asked.resourceType() === "script") scripts.add(asked.url());
    });
    await page.goto(path, { waitUntil: "networkidle" });
    let bytes = 0;
    for (const url of scripts) bytes += await transferred(url);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(scriptBudget);
    expect(others).toEqual([]);
    const html = await request.get(path);
    expect((await html.body()).length, "the page itself").toBeLessThan(150_000);
  });
}

/** Bytes of the body as compressed on the wire. */
async function transferred(url: string): Promise<number> {
  const { get } = await import("node:http");
  return new Promise((done, fail) => {
    get(url, { headers: { "accept-encoding": "gzip" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => (bytes += chunk.length));
      answer.on("end", () => done(bytes));
    }).on("error", fail);
  });
}
