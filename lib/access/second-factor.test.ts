import { expect, test } from "vitest";
import { mustHaveFactor } from "./second-factor";

test.each([
  [["agent"], false, false],
  [["auditor"], false, false],
  [["dpo"], false, true],
  [["administrator"], false, true],
  [["agent", "dpo"], false, true],
  [["agent"], true, true],
  [[], true, true],
])("%j, for all: %s → %s", (held, isForAll, must) => expect(mustHaveFactor(held, isForAll)).toBe(must));
