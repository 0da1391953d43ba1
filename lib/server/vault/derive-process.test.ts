import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { startConfined, watchMemory } from "./derive-process";

test("the confined process reaches no file, process, worker, socket, environment or large memory", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  let connections = 0;
  server.on("connection", () => connections++);
  const child = startConfined("fixtures/probe.mjs", String((server.address() as AddressInfo).port));
  const { outcome, environment } = JSON.parse(await text(child.stdout)) as { outcome: Record<string, string>; environment: string[] };
  server.close();
  expect(Object.keys(outcome).length).toBe(11);
  expect(new Set(Object.values(outcome)), JSON.stringify(outcome)).toEqual(new Set(["refused"]));
  expect(environment.filter((name) => !["VIPS_DISC_THRESHOLD", "MALLOC_ARENA_MAX", "PWD", "SHLVL", "_", "OLDPWD"].includes(name))).toEqual([]);
  expect(connections).toBe(0);
  expect(existsSync("/tmp/rightsdesk-probe")).toBe(false);
});

test("a process beyond its memory is reported; one within is not", async () => {
  let exceeded = 0;
  const stops = [watchMemory(process.pid, () => exceeded++, 1), watchMemory(process.pid, () => expect.unreachable(), 1e15)];
  await wait(300);
  for (const stop of stops) stop();
  expect(exceeded).toBeGreaterThan(0);
});
