import { z } from "zod";
import { command, refuse } from "../command";
import { lapseOf } from "./identity-lapse";

/**
 * Staff hold that nothing came in answer to a request for proof that has suspended the clock for the days of the policy. The
 * suspension ends that day, what had run before counts, and the person is told that without proof we will have to answer that
 * we cannot act. They may send it at any time until then. GDPR Art. 12(2), 12(4), 12(6). Refusals: `too-early-to-lapse`.
 */
export const lapseIdentity = command({
  name: "lapseIdentity",
  permission: "case.handle",
  checksVersion: true,
  input: z.object({}).strict(),
  decide: ({ request, today, holidays, policy, newId }) => {
    const lapse = lapseOf(request, { today, holidays, policy });
    if (!lapse || today < lapse.from) return refuse("too-early-to-lapse");
    return { events: [{ id: newId(), type: "IdentityLapsed", data: { since: lapse.since } }] };
  },
});
