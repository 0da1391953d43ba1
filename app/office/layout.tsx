import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Document } from "@/components/site/document";
import { messages } from "@/lib/i18n/messages";
import { currentStaff, preferredLocale } from "@/lib/server/session";
import "../office.css";
import "../check.css";

export const metadata: Metadata = { title: { default: "Rightsdesk", template: "%s – Rightsdesk" } };

/** The office, in the language of whoever works there; before sign-in, the browser's. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const actor = await currentStaff();
  const locale = actor?.locale ?? (await preferredLocale());
  return <Document locale={locale} skip={messages(locale).office.skip} className="office">{children}</Document>;
}
