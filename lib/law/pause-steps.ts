// The pauses of a time limit as justified steps. GDPR Art. 12(6); EDPB Guidelines 01/2022, 5.3.
// https://www.edpb.europa.eu/system/files/2023-04/edpb_guidelines_202201_data_subject_rights_access_v2_en.pdf
import { addDays } from "./calendar";
import type { CalendarDate } from "./calendar";
import type { SourceId } from "./sources";
import type { CountedPause } from "./suspension";
import type { TimeLimitPolicy } from "./time-limit-policy";
import type { Step, StepRule } from "./time-limit-steps";

/** Rule and source by verdict; `open` is a credited pause that still lasts, `lapsed` one that ended without an answer. */
type Told = { rule: StepRule; source: SourceId };
const proofSteps: Record<CountedPause["verdict"] | "open" | "lapsed", Told> = {
  credited: { rule: "identity-pause", source: "edpb-01-2022" },
  open: { rule: "identity-pause-open", source: "edpb-01-2022" },
  lapsed: { rule: "identity-pause-lapsed", source: "controller-policy" },
  late: { rule: "identity-pause-not-credited", source: "edpb-01-2022" },
  "after-limit": { rule: "identity-pause-after-limit", source: "gdpr-12-3" },
  off: { rule: "identity-pause-off", source: "controller-policy" },
  unneeded: { rule: "identity-pause-unneeded", source: "gdpr-12-6" },
  beside: { rule: "identity-pause-beside", source: "gdpr-12-3" },
};
const notAPause: Told = { rule: "clarification-not-a-pause", source: "edpb-01-2022-clarification" };
const scopeSteps: typeof proofSteps = {
  credited: { rule: "clarification-pause", source: "edpb-01-2022-clarification" },
  open: { rule: "clarification-pause-open", source: "edpb-01-2022-clarification" },
  lapsed: notAPause,
  late: notAPause,
  "after-limit": notAPause,
  off: notAPause,
  unneeded: notAPause,
  beside: notAPause,
};

/** One step per question asked, whether or not it stopped the clock. Where the month starts anew, only what lapsed after that moves it. */
export function pauseSteps(pauses: readonly CountedPause[], from: CalendarDate, start: CalendarDate, policy: TimeLimitPolicy): Step[] {
  let before = from;
  return pauses.map(({ about, from: since, until, days, verdict, asked, lapsed }) => {
    const isCredited = verdict === "credited";
    const moves = policy.identityPause !== "restart" || (lapsed && since >= start);
    const after = isCredited && moves ? addDays(before, days) : before;
    const told = (about === "clarification" ? scopeSteps : proofSteps)[!isCredited ? verdict : until === null ? "open" : lapsed ? "lapsed" : verdict];
    const step: Step = { ...told, before, after, days, since, ...(until && { until }), ...(about !== "clarification" && { about }), ...(asked && { asked }) };
    before = after;
    return step;
  });
}
