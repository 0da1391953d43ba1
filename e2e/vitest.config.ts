/** Unit and architecture tests (no database) and tests on a real PostgreSQL. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const shared = {
  root,
  resolve: { alias: [{ find: /^@\//, replacement: root }], conditions: ["react-server", "node", "import", "default"] },
  ssr: { resolve: { conditions: ["react-server", "node", "import", "default"], externalConditions: ["react-server", "node", "import", "default"] } },
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
          include: ["lib/**/*.test.ts", "components/**/*.test.{ts,tsx}", "e2e/architecture/**/*.test.ts"],
          exclude: ["**/*.db.test.ts", "**/node_modules/**"],
          execArgv: ["--conditions=react-server"],
          testTimeout: 20_000,
        },
      },
      {
        ...shared,
        test: {
          name: "db",
          environment: "node",
          include: ["lib/**/*.db.test.ts"],
          globalSetup: ["e2e/database/global-setup.ts"],
          setupFiles: ["e2e/database/worker-setup.ts"],
          execArgv: ["--conditions=react-server"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
