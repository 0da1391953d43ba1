import { expect, test } from "vitest";
import type { Outcome } from "@/lib/law/outcomes";
import type { Right } from "@/lib/law/rights";
import { keepsDirective } from "./keeps-directive";

const claim = (right: Right, outcome: Outcome | null, mergedInto: string | null = null) => ({ right, decision: outcome && { outcome }, mergedInto });

test.each([
  ["recorded", "answered", [claim("post-mortem-directive", "fulfilled")], true],
  ["recorded in part, and written about since", "message-after-reply", [claim("post-mortem-directive", "partly-fulfilled")], true],
  ["recorded beside another right", "answered", [claim("access", "refused"), claim("post-mortem-directive", "fulfilled")], true],
  ["refused beside another right that was not", "answered", [claim("access", "fulfilled"), claim("post-mortem-directive", "refused")], false],
  ["not decided", "in-progress", [claim("post-mortem-directive", null)], false],
  ["withdrawn after it was decided", "withdrawn", [claim("post-mortem-directive", "fulfilled")], false],
  ["of a merged request", "merged", [claim("post-mortem-directive", "fulfilled")], false],
  ["answered within an earlier request", "answered", [claim("access", "fulfilled"), claim("post-mortem-directive", "fulfilled", "K7QF-2M95")], false],
  ["none at all", "answered", [claim("access", "fulfilled")], false],
] as const)("directives %s", (_title, state, claims, kept) => {
  expect(keepsDirective({ state, claims })).toBe(kept);
});
