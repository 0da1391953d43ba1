import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

export type OfficePlace = "queue" | "figures" | "clock" | "departments" | "staff" | "account" | null;
type Props = {
  name: string;
  maySee: { queue: boolean; figures: boolean; clock: boolean; departments: boolean; staff: boolean };
  place: OfficePlace;
  locale: Locale;
  signOut: () => Promise<void>;
};

/** The top of every office page: where one may go, who one is, and the way out. */
export function OfficeHeader({ name, maySee, place, locale, signOut }: Props) {
  const { office: { header, site }, figures, tasks } = messages(locale);
  const links = [
    ...(maySee.queue ? [{ key: "queue", href: "/office", label: header.queue }] : []),
    ...(maySee.figures ? [{ key: "figures", href: "/office/figures", label: figures.link }] : []),
    ...(maySee.clock ? [{ key: "clock", href: "/office/settings/time-limit", label: header.clock }] : []),
    ...(maySee.departments ? [{ key: "departments", href: "/office/settings/departments", label: tasks.settings.link }] : []),
    ...(maySee.staff ? [{ key: "staff", href: "/office/settings/staff", label: header.staff }] : []),
  ];
  const current = (key: string) => (key === place ? "page" : undefined);
  return (
    <header className="office-header">
      <p className="office-name">{site} <span>{header.label}</span></p>
      <nav aria-label={header.navigation}>
        <ul>
          {links.map(({ key, href, label }) => (
            <li key={key}><a href={href} aria-current={current(key)}>{label}</a></li>
          ))}
        </ul>
      </nav>
      <a className="office-me" href="/office/account" aria-current={current("account")}><span className="visually-hidden">{header.account} – </span>{name}</a>
      <form action={signOut}><button type="submit" className="button-link">{header.signOut}</button></form>
    </header>
  );
}
