import { z } from "zod";
import { command, refuse } from "../command";
import { compareName } from "./zone/compare-name";
import { readZone } from "./zone/read-zone";

/**
 * Staff who see a machine-readable zone type its lines: do its check digits fit, and its name the one the person gave? The
 * lines are forgotten with the answer; what stays are codes. It decides nothing. Refusals: `nothing-to-check` (no zone).
 */
export const checkZone = command({
  name: "checkZone",
  permission: "case.handle",
  input: z.strictObject({
    zone: z
      .string({ error: "required" })
      .max(400, "too-long")
      .refine((text) => text.trim() !== "", "required")
      .refine((text) => text.trim() === "" || readZone(text) !== null, "zone"),
  }),
  decide: ({ input, caseFile, newId }) => {
    const zone = readZone(input.zone);
    if (!zone) return refuse("nothing-to-check");
    const { verdict, because } = compareName(zone, caseFile.requester.name);
    return { events: [{ id: newId(), type: "ZoneChecked", data: { kind: zone.kind, failed: zone.failed, name: verdict, because } }] };
  },
});
