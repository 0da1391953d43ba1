import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { unseen } from "@/lib/request/unseen";

/** Another request, by its reference; or that there is one, where the reader does not see it. */
export function RequestLink({ reference, label = reference, locale }: { reference: string; label?: string; locale: Locale }) {
  return reference === unseen ? <span className="quiet">{messages(locale).teams.case.unseen}</span> : <a href={`/office/requests/${reference}`}>{label}</a>;
}
