import { expect, test, vi } from "vitest";
import { assignCases } from "../assign";
import { newCase, newStaff } from "../fixtures/cases";
import { db } from "../db";
import { openCounts } from "./open-counts";

test("what each has open is read once in five seconds, and again after a change made here", async () => {
  const [agent, dpo] = [await newStaff("agent"), await newStaff("dpo")];
  const [one, other] = [await newCase(), await newCase()];
  await assignCases(dpo, [one], { staffId: agent.id });
  const read = vi.spyOn(db(), "$queryRaw");
  for (let time = 0; time < 3; time += 1) expect((await openCounts(dpo)).get(agent.id)).toBe(1);
  expect(read).toHaveBeenCalledTimes(1);
  read.mockRestore();
  await assignCases(dpo, [one, other], { staffId: agent.id });
  expect((await openCounts(agent)).get(agent.id)).toBe(2);
  expect(await openCounts(await newStaff("administrator"))).toEqual(new Map());
  await assignCases(dpo, [one, other], null);
  expect((await openCounts(dpo)).get(agent.id)).toBe(0);
});

test("a count that could not be read is not kept", async () => {
  const agent = await newStaff("agent");
  await assignCases(await newStaff("dpo"), [await newCase()], { staffId: agent.id });
  const read = vi.spyOn(db(), "$queryRaw").mockRejectedValueOnce(new Error("away"));
  await expect(openCounts(agent)).rejects.toThrow("away");
  read.mockRestore();
  expect((await openCounts(agent)).get(agent.id)).toBe(1);
});
