import { expect, test } from "vitest";
import { processesFor, roomForYoung, shareOf, thisMachine } from "./web-processes";

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

test.each([
  ["two processes on what is sold as 4 GB", 3.8 * GiB, 2, 64],
  ["four on 8 GB", 7.7 * GiB, 4, 64],
  ["two on 8 GB", 7.7 * GiB, 2, 128],
  ["two on 24 GB", 23 * GiB, 2, 256],
  ["a large machine", 512 * GiB, 4, 256],
  ["many processes because somebody says so, in little memory", 1 * GiB, 8, 16],
])("the room for young objects is part of the memory: %s", (_, memoryBytes, processes, room) => {
  expect(roomForYoung({ memoryBytes }, processes)).toBe(room);
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
