import { addDays, type CalendarDate, calendarDate } from "@/lib/law/calendar";
import { checkArrival } from "@/lib/request/ask/arrival-input";
import type { Typed } from "@/lib/request/ask/draft";
import { toldSchema } from "@/lib/request/ask/told-answers";
import { clockFacts } from "@/lib/server/clock-facts";
import { env } from "@/lib/server/env";
import { recordRequest } from "@/lib/server/record-request";
import { idOf } from "./ids";
import { settleLetter } from "./letters";
import { actorOf, members } from "./staff";

type Recorded = { daysAgo: number; how: (on: (daysAgo: number) => CalendarDate) => Typed; what: Typed };

/** Requests that did not come through the form, one of each way; recorded on the day of the example. */
const recorded: readonly Recorded[] = [
  {
    daysAgo: 9,
    how: (on) => ({ way: "registered", presentedOn: on(11), postedOn: on(13), forwardedOn: on(2), right: ["access", "erasure"] }),
    what: { locale: "fr", words: "Je vous prie de m’envoyer copie de toutes les données que vous détenez sur moi, puis de les effacer.", name: "Raymonde Escudier", postalAddress: "18 rue des Tisserands\n81000 Albi", customerNumber: "OPT-204417" },
  },
  {
    daysAgo: 33,
    how: () => ({ way: "letter", right: "rectification" }),
    what: { locale: "fr", words: "Mon nom s’écrit Bonnafous et non Bonafou. Trois colis sont déjà repartis.", name: "Gilbert Bonnafous", postalAddress: "Lieu-dit Les Vergnes\n46090 Cahors" },
  },
  { daysAgo: 1, how: () => ({ way: "telephone", right: "objection" }), what: { locale: "fr", words: "Ne veut plus aucun appel ni SMS.", objectionKind: "marketing", silenced: "06 00 00 00 42" } },
  { daysAgo: 4, how: () => ({ way: "email", hour: "18:20", right: "portability" }), what: { locale: "en", words: "Please send me my order history in a file another shop can read.", name: "Muriel Ashworth", email: "muriel.ashworth@post.example" } },
  {
    daysAgo: 2,
    how: () => ({ way: "counter", right: "deceased" }),
    what: { locale: "fr", words: "Son mari est décédé cet été ; elle reçoit toujours ses catalogues.", name: "Yvette Lacombe", postalAddress: "7 place du Foirail\n12000 Rodez", deceasedName: "Roger Lacombe", deceasedCapacity: "unknown", relationship: "Son épouse", wishes: ["stop-mailings"] },
  },
];

/** Records them through the use case of the office, by an agent. Mails of theirs are taken as sent. */
export async function recordExamples(at: Date): Promise<void> {
  const { today } = await clockFacts(at);
  const on = (daysAgo: number) => addDays(calendarDate(today), -daysAgo);
  const agent = actorOf(members[0] as (typeof members)[number]);
  for (const [index, { daysAgo, how, what }] of recorded.entries()) {
    const checked = checkArrival({ receivedOn: on(daysAgo), ...how(on) }, { today, now: at.toISOString(), timeZone: env().controllerTimeZone });
    if ("codes" in checked) throw new Error(`recorded ${index}: ${JSON.stringify(checked.codes)}`);
    const done = await recordRequest(agent, checked.came, toldSchema(checked.came.rights).parse({ formKey: idOf(`recorded:${index}`), ...what }), { at });
    if ("refused" in done) throw new Error(`recorded ${index}: ${done.refused}`);
    await settleLetter(done.reference, at, false);
  }
}
