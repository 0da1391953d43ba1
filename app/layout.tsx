import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "./globals.css";

/** Every page is made for one request: it may be personal, and its scripts carry that request's nonce. */
export const dynamic = "force-dynamic";
export const metadata: Metadata = { robots: { index: false, follow: false }, formatDetection: { telephone: false, email: false, address: false, date: false } };
export const viewport: Viewport = { colorScheme: "light dark", themeColor: [{ media: "(prefers-color-scheme: light)", color: "#ffffff" }, { media: "(prefers-color-scheme: dark)", color: "#1b2225" }] };

/** Nothing but the styles: `<html lang>` belongs to the layouts below (`[locale]`, `office`), which know the language. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return children;
}
