import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

/** What the filters of the queue show, to take away. `query`: as in the address of the queue, null where they show nothing; and the way to take another register over. */
export function RegisterLinks({ query, mayImport, locale }: { query: string | null; mayImport: boolean; locale: Locale }) {
  const { register: text, registerImport } = messages(locale);
  const href = (format: "csv" | "json") => `/office/register.${format}${query ? `?${query}` : ""}`;
  return (
    <div className="register-links">
      {query !== null && (
        <>
          <p>{text.export} <a href={href("csv")} download>{text.csv}</a> <a href={href("json")} download>{text.json}</a></p>
          <p className="quiet">{text.hint}</p>
        </>
      )}
      {mayImport && <p><a href="/office/import">{registerImport.link}</a></p>}
    </div>
  );
}
