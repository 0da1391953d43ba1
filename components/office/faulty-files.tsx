import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

/** The cases in which a stored file is damaged or missing: an alarm for whoever opens the desk. */
export function FaultyFiles({ references, locale }: { references: readonly string[]; locale: Locale }) {
  const { faulty } = messages(locale).office.queue;
  return (
    <Notice tone="problem" title={faulty.title}>
      <p>{faulty.text}</p>
      <ul>
        {references.map((reference) => (
          <li key={reference}><a href={`/office/requests/${reference}`}>{reference}</a></li>
        ))}
      </ul>
    </Notice>
  );
}
