/** Before each test file: a fresh copy of the migrated database and a data folder, named in the environment. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { inject } from "vitest";
import { withClient } from "./postgres.mjs";

const name = `t_${randomUUID().replaceAll("-", "")}`;
await withClient(inject("adminUrl"), (client) => client.query(`CREATE DATABASE ${name} TEMPLATE rightsdesk OWNER rightsdesk`));
const url = new URL(inject("productUrl"));
url.pathname = `/${name}`;
process.env.DATABASE_URL = url.href;
process.env.DATA_DIR = join(inject("testHome"), name);
