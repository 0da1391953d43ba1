import { Clock } from "@/components/ui/clock";
import type { Locale } from "@/lib/i18n/locale";
import type { TimeLimit } from "@/lib/law/time-limit";

/** When the answer is due and why; nothing once the request is closed. */
export function Due({ limit, closedOn, locale }: { limit: TimeLimit; closedOn: string | null; locale: Locale }) {
  return closedOn ? null : <Clock limit={limit} locale={locale} />;
}
