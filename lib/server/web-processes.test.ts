import { expect, test } from "vitest";
import { processesFor, shareOf, thisMachine } from "./web-processes";

const GiB = 2 ** 30;

test.each([
  ["a small server", 1, 1.9 * GiB, 1],
  ["many cores and little memory", 8, 0.5 * GiB, 1],
  ["what is sold as 4 GB, of which the system keeps some", 2, 3.8 * GiB, 2],
  ["two cores and memory for many", 2, 64 * GiB, 2],
  ["three cores", 3, 16 * GiB, 3],
  ["8 GB", 8, 7.7 * GiB, 4],
  ["a large machine", 64, 512 * GiB, 4],
])("%s", (_, cores, memoryBytes, processes) => {
  expect(processesFor({ cores, memoryBytes })).toBe(processes);
});

test("this machine has a core and a memory that can be counted", () => {
  expect(thisMachine().cores).toBeGreaterThanOrEqual(1);
  expect(thisMachine().memoryBytes).toBeGreaterThan(0);
  expect(thisMachine().memoryBytes).toBeLessThan(2 ** 50);
});

test("together the parts never exceed the whole, as long as there is one for each", () => {
  for (let processes = 1; processes <= 12; processes += 1) {
    for (const whole of [40, 60, 2_000]) expect(shareOf(whole, processes) * processes).toBeLessThanOrEqual(whole);
    expect(shareOf(2, processes)).toBe(processes === 1 ? 2 : 1);
  }
});
