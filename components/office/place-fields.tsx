import { Radios } from "@/components/ui/radios";
import { Select } from "@/components/ui/select";
import { caseScopes, type CaseScope } from "@/lib/access/case-scope";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type Props = { teams: readonly { id: string; name: string }[]; teamId?: string | null; caseScope?: CaseScope; locale: Locale };

/** In which team somebody is, and how far they see. */
export function PlaceFields({ teams, teamId = null, caseScope = "all", locale }: Props) {
  const { place: text } = messages(locale).teams;
  return (
    <>
      <Select name="team" label={text.team} options={[{ value: "", label: text.noTeam }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]} defaultValue={teamId ?? ""} />
      <Radios name="scope" legend={text.scope} hint={text.always} options={caseScopes.map((value) => ({ value, label: text.scopes[value], hint: text.scopeHints[value] }))} defaultValue={caseScope} />
    </>
  );
}
