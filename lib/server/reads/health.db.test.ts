import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { now } from "../clock";
import { db } from "../db";
import { env } from "../env";
import { health } from "./health";

const beat = (secondsAgo: number) => {
  const at = new Date(now().getTime() - secondsAgo * 1000);
  return db().heartbeat.upsert({ where: { name: "worker" }, create: { name: "worker", at }, update: { at } });
};

test("each part tells its own state: a worker never seen, alive, silent", async () => {
  expect(await health()).toEqual({ database: "ok", storage: "ok", mail: "ok", worker: "failing", files: "ok" });
  await beat(5);
  expect(await health()).toEqual({ database: "ok", storage: "ok", mail: "ok", worker: "ok", files: "ok" });
  await beat(120);
  expect((await health()).worker).toBe("failing");
});

test("a vault that takes no files is named, and well again when it does", async () => {
  await beat(0);
  const dir = join(env().dataDir, "vault");
  await rm(dir, { recursive: true, force: true });
  await writeFile(dir, "in the way");
  expect(await health()).toEqual({ database: "ok", storage: "failing", mail: "ok", worker: "ok", files: "ok" });
  await rm(dir);
  expect((await health()).storage).toBe("ok");
});
