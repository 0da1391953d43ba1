import type { StepRule } from "@/lib/law/time-limit";
import { type Clock, timeLimitOf } from "../summary";
import type { SubjectRequest } from "../request";
import type { Finding } from "./columns";

const told: Partial<Record<StepRule, Finding>> = {
  "extension-too-late": { column: "extendedOn", code: "extension-too-late", isError: false },
  "identity-pause-not-credited": { column: "identityAskedOn", code: "identity-asked-too-late", isError: false },
  "identity-pause-after-limit": { column: "identityAskedOn", code: "identity-asked-too-late", isError: false },
};

/** What the clock does not count of what the line tells: taken over as it was, and worth knowing. GDPR Art. 12(3), 12(6). */
export function clockWarnings(request: SubjectRequest, clock: Clock): Finding[] {
  return timeLimitOf(request, clock).steps.flatMap(({ rule }) => told[rule] ?? []);
}
