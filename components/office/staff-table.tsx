import { Table } from "@/components/ui/table";
import { type CaseScope, scopeOf } from "@/lib/access/case-scope";
import { permissionsOf, type Role } from "@/lib/access/permissions";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

export type StaffItem = { id: string; name: string; email: string; roles: Role[]; team: string | null; caseScope: CaseScope; isDisabled: boolean; hasPassword: boolean; hasFactor: boolean; isByCompany: boolean };

/** Everyone who works here, with what they may do and whether they can sign in. */
export function StaffTable({ staff, me, locale }: { staff: readonly StaffItem[]; me: string; locale: Locale }) {
  const { office, law, signIn, teams } = messages(locale);
  const text = office.staff;
  return (
    <Table
      caption={text.caption}
      captionHidden
      columns={[text.name, text.email, text.roles, teams.place.column, text.status, signIn.staff.factor, <span key="change" className="visually-hidden">{text.change}</span>].map((label) => ({ label }))}
      rows={staff.map(({ id, name, email, roles, team, caseScope, isDisabled, hasPassword, hasFactor, isByCompany }) => ({
        key: id,
        className: isDisabled ? "is-off" : undefined,
        cells: [
          id === me ? `${name} (${text.you})` : name,
          email,
          roles.map((role) => law.role[role]).join(", "),
          permissionsOf(roles).has("case.read") ? [...(team ? [team] : []), teams.place.short[scopeOf(roles, caseScope)]].join(" – ") : (team ?? "–"),
          isDisabled ? text.disabled : isByCompany ? signIn.company.active : hasPassword ? text.active : text.waiting,
          hasFactor ? signIn.staff.set : signIn.staff.notSet,
          <a key="change" href={`/office/settings/staff/${id}`} aria-label={text.changeOf(name)}>{text.change}</a>,
        ],
      }))}
    />
  );
}

/** The roles to choose from, each with what it means. */
export function roleChoices(locale: Locale) {
  const { office, law } = messages(locale);
  return (["agent", "dpo", "administrator", "auditor"] as const).map((value) => ({ value, label: law.role[value], hint: office.staff.roleHints[value] }));
}
