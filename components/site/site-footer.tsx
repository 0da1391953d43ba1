import type { Messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/locale";

type Props = { locale: Locale; controller: { name: string; address: string; dpoEmail: string }; words: Messages["site"]; /** Title of the page of figures, where it is published. */ figures: string | null };

/** What this is, whom to write to, and the small pages. */
export function SiteFooter({ locale, controller, words, figures }: Props) {
  const { footer } = words;
  return (
    <footer className="site-footer">
      <div className="page stack-tight">
        <p>{footer.what(controller.name)} {controller.address}.</p>
        <p>{footer.contact} <a href={`mailto:${controller.dpoEmail}`}>{controller.dpoEmail}</a></p>
        <nav aria-label={footer.label}>
          <ul className="site-links">
            <li><a href={`/${locale}/follow`}>{words.follow}</a></li>
            <li><a href={`/${locale}/time-limit`}>{footer.timeLimit}</a></li>
            {figures && <li><a href={`/${locale}/figures`}>{figures}</a></li>}
            <li><a href={`/${locale}/your-data`}>{footer.yourData}</a></li>
            <li><a href={`/${locale}/accessibility`}>{footer.accessibility}</a></li>
            <li><a href={`/${locale}/about-cookies`}>{footer.cookies}</a></li>
            <li className="site-staff"><a href="/office">{footer.staff}</a></li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
