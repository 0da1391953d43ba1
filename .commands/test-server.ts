/** One PostgreSQL for all database tests of a run, with a migrated database to copy. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/server/migrate";
import { startPostgres, withClient } from "./postgres.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    adminUrl: string;
    productUrl: string;
    testHome: string;
  }
}

export default async function startTestServer(project: TestProject): Promise<() => Promise<void>> {
  const testHome = mkdtempSync(join(tmpdir(), "rightsdesk-test-"));
  const server = await startPostgres(testHome, { isTemporary: true });
  // "rightsdesk" is the model; every test file works on a copy of its own.
  await migrate(server.url());
  await withClient(server.adminUrl("postgres"), (client) => client.query("ALTER DATABASE rightsdesk WITH IS_TEMPLATE true ALLOW_CONNECTIONS false"));
  project.provide("adminUrl", server.adminUrl("postgres"));
  project.provide("productUrl", server.url());
  project.provide("testHome", testHome);
  return async () => {
    await server.stop();
    rmSync(testHome, { recursive: true, force: true });
  };
}
