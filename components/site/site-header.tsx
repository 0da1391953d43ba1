import type { Messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/locale";
import { LanguageSwitch } from "./language-switch";

/** Whose service this is, the way to one's own request, and the other language. */
export function SiteHeader({ locale, name, words }: { locale: Locale; name: string; words: Messages["site"] }) {
  return (
    <header className="site-header">
      <div className="page site-bar">
        <a className="site-name" href={`/${locale}`}>
          <span className="site-controller">{name}</span>
          <span className="site-service">{words.service}</span>
        </a>
        <nav className="site-nav" aria-label={words.menu}>
          <a href={`/${locale}/follow`}>{words.follow}</a>
          <LanguageSwitch locale={locale} label={words.language.other} title={words.language.otherHint} />
        </nav>
      </div>
    </header>
  );
}
