import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type Props = { locale: Locale; controller: string; isPast: boolean };

/** What one can do while the time runs, or once it is up. */
export function NextSteps({ locale, controller, isPast }: Props) {
  const { site, timeLimit: { next } } = messages(locale);
  return (
    <section className="prose" aria-labelledby="next">
      <h2 id="next">{next.title}</h2>
      <ul>{next[isPast ? "past" : "waiting"].map((line) => <li key={line}>{line}</li>)}</ul>
      <p>{site.front.complaint}</p>
      <p><a href={locale === "fr" ? "https://www.cnil.fr/fr/plaintes" : "https://www.cnil.fr/en"} rel="noreferrer">{site.front.complaintLink}</a></p>
      <p className="no-print">{next.here(controller)} <a href={`/${locale}/follow`}>{site.follow}</a></p>
    </section>
  );
}
