import { expect, test } from "vitest";
import { locks } from "./locks";

test("no two locks share a number", () => {
  const numbers = Object.values(locks);
  expect(new Set(numbers).size).toBe(numbers.length);
});
