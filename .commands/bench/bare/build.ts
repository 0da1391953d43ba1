/** A bare Next application with one query and 50 rows, built in a folder of its own: what the framework costs on this machine. */
import { spawn } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { withClient } from "../../postgres.mjs";
import { root } from "../../root.mjs";

const files = {
  "package.json": JSON.stringify({ name: "bare", private: true, type: "module" }),
  "next.config.js": `export default { poweredByHeader: false, serverExternalPackages: ["pg"] };\n`,
  "app/layout.jsx": `export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }\n`,
  "app/page.jsx": `import pg from "pg";
globalThis.pool ??= new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
export const dynamic = "force-dynamic";
export default async function Page() {
  const { rows } = await globalThis.pool.query("select id, name, state, due from bare order by due, id limit 50");
  return <main><h1>Rows</h1><table><tbody>{rows.map((row) => <tr key={row.id}><td>{row.id}</td><td>{row.name}</td><td>{row.state}</td><td>{row.due}</td></tr>)}</tbody></table></main>;
}
`,
};

/** Builds it; gives the folder, to be served by `bare/serve.ts`. */
export async function buildBare(home: string): Promise<string> {
  const folder = join(home, "bare");
  mkdirSync(join(folder, "app"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
  // Not Turbopack: it follows no link out of the folder it builds.
  const child = spawn(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build", "--webpack"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } });
  const code = await new Promise((done) => { child.once("exit", done); });
  if (code !== 0) throw new Error("the bare page was not built");
  return folder;
}

/** Its table, in a database of its own. */
export async function fillBare(adminUrl: (database?: string) => string): Promise<string> {
  await withClient(adminUrl("postgres"), async (client: pg.Client) => {
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'bare'");
    if (!rowCount) await client.query("create database bare");
  });
  await withClient(adminUrl("bare"), async (client: pg.Client) => {
    await client.query(`drop table if exists bare;
      create table bare (id int primary key, name text, state text, due text);
      create index on bare (due, id);
      insert into bare select n, 'Name ' || n, 'open', '2026-11-' || lpad((n % 28)::text, 2, '0') from generate_series(1, 10000) n;
      analyze bare`);
  });
  return adminUrl("bare");
}
