import type { ReactNode } from "react";
import { Heading } from "@/components/ui/heading";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type Props = { title: string; locale: Locale; /** The same page in the other language: a query. */ other: string; children: ReactNode };

/** The frame of the pages before sign-in: the name of the house, the other language, one panel. */
export function Door({ title, locale, other, children }: Props) {
  const { office } = messages(locale);
  const language = locale === "fr" ? "en" : "fr";
  return (
    <>
      <header className="door-top"><span className="office-name">{office.site}</span> <a href={other} lang={language} hrefLang={language}>{office.signIn.otherLanguage}</a></header>
      <main id="main" tabIndex={-1} className="door" lang={locale}>
        <div className="panel door-panel">
          <Heading>{title}</Heading>
          {children}
        </div>
      </main>
    </>
  );
}
