/** Unit and architecture tests (no database) and tests on a real PostgreSQL. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const shared = {
  root,
  resolve: { alias: [{ find: /^@\//, replacement: root }, { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` }], conditions: ["react-server", "node"] },
  ssr: { resolve: { conditions: ["react-server", "node"], externalConditions: ["react-server", "node"] } },
};

export default defineConfig({
  ...shared,
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          environment: "node",
          include: ["lib/**/*.test.ts", "components/**/*.test.ts", "e2e/**/*.test.ts"],
          exclude: ["**/*.db.test.ts", "**/node_modules/**"],
          execArgv: ["--conditions=react-server"],
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "db",
          environment: "node",
          include: ["lib/**/*.db.test.ts"],
          globalSetup: [".commands/test-server.ts"],
          setupFiles: [".commands/test-database.ts"],
          execArgv: ["--conditions=react-server"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
