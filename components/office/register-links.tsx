import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

/** What the filters of the queue show, to take away. `query`: as in the address of the queue. */
export function RegisterLinks({ query, locale }: { query: string; locale: Locale }) {
  const { register: text } = messages(locale);
  const href = (format: "csv" | "json") => `/office/register.${format}${query ? `?${query}` : ""}`;
  return (
    <div className="register-links">
      <p>{text.export} <a href={href("csv")} download>{text.csv}</a> <a href={href("json")} download>{text.json}</a></p>
      <p className="quiet">{text.hint}</p>
    </div>
  );
}
