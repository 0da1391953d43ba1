import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { now } from "../clock";
import { db } from "../db";
import { env } from "../env";
import { storage } from "../storage";
import { health, healthNow } from "./health";

const beat = (secondsAgo: number) => {
  const at = new Date(now().getTime() - secondsAgo * 1000);
  return db().heartbeat.upsert({ where: { name: "worker" }, create: { name: "worker", at }, update: { at } });
};

test("each part tells its own state: a worker never seen, alive, silent", async () => {
  expect(await healthNow()).toEqual({ database: "ok", storage: "ok", mail: "ok", worker: "failing", files: "ok" });
  await beat(5);
  expect(await healthNow()).toEqual({ database: "ok", storage: "ok", mail: "ok", worker: "ok", files: "ok" });
  await beat(120);
  expect((await healthNow()).worker).toBe("failing");
});

test("a vault that takes no files is named, and well again when it does", async () => {
  await beat(0);
  const dir = join(env().dataDir, "vault");
  await rm(dir, { recursive: true, force: true });
  await writeFile(dir, "in the way");
  expect(await healthNow()).toEqual({ database: "ok", storage: "failing", mail: "ok", worker: "ok", files: "ok" });
  await rm(dir);
  expect((await healthNow()).storage).toBe("ok");
});

test("however many ask, the vault is written to once in five seconds", async () => {
  await beat(0);
  const check = vi.spyOn(storage(), "check");
  const answers = await Promise.all(Array.from({ length: 50 }, () => health()));
  expect(answers).toEqual(answers.map(() => ({ database: "ok", storage: "ok", mail: "ok", worker: "ok", files: "ok" })));
  await health();
  expect(check).toHaveBeenCalledTimes(1);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 5_001 });
  check.mockRejectedValueOnce(new Error("full"));
  expect((await Promise.all([health(), health()])).map(({ storage: vault }) => vault)).toEqual(["failing", "failing"]);
  expect(check).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});
