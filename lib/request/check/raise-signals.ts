import { z } from "zod";
import { command, refuse } from "../command";
import { isSameSignal, type Signal, signalSchema } from "./signal";

/** What struck the machine is written down, each once. It changes nothing of the case. Refusals: `nothing-to-check` (all known). */
export const raiseSignals = command({
  name: "raiseSignals",
  permission: "system",
  input: z.strictObject({ signals: z.array(signalSchema).max(100) }),
  decide: ({ request, input, newId }) => {
    const known: Signal[] = [...request.signals];
    const fresh = input.signals.filter((signal) => !known.some((other) => isSameSignal(signal, other)) && known.push(signal));
    if (fresh.length === 0) return refuse("nothing-to-check");
    return { events: fresh.map((data) => ({ id: newId(), type: "SignalRaised" as const, data })) };
  },
});
