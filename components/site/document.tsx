import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locale";

/** The outermost of every page: its language and the skip link. Each tree of pages (public, office) has its own language. */
export function Document({ locale, skip, className, children }: { locale: Locale; skip: string; className?: string; children: ReactNode }) {
  return (
    <html lang={locale}>
      <body className={className}>
        <a className="skip-link" href="#main">{skip}</a>
        {children}
      </body>
    </html>
  );
}
