import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { countWords } from "@/lib/i18n/numbers";
import { mostLoad } from "@/lib/request/colleague-load";
import { awayWords } from "./away-words";

type Named = { id: string; name: string };
type Person = Named & { isHere: boolean; awayUntil: string | null };
/** `open`: id → how many cases they have. */
export type Givable = { people: readonly Person[]; teams: readonly Named[]; open: ReadonlyMap<string, number> };

/** To whom a request can be given, as a form says it: people, then teams, then back to the queue. */
export function giveOptions({ people, teams, open }: Givable, first: string, back: string, locale: Locale): { value: string; label: string }[] {
  const { queue, load } = messages(locale).teams;
  const loadOf = (open: number) => load.openShort(open >= mostLoad ? `${countWords(mostLoad, locale)}+` : countWords(open, locale));
  return [
    { value: "", label: first },
    ...people.map((person) => ({ value: person.id, label: [person.name, loadOf(open.get(person.id) ?? 0), awayWords(person, locale)].filter(Boolean).join(" – ") })),
    ...teams.map(({ id, name }) => ({ value: `team:${id}`, label: queue.ofTeam(name) })),
    { value: "nobody", label: back },
  ];
}
