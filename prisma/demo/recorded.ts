import { addDays, type CalendarDate } from "@/lib/law/calendar";
import { checkArrival, type Way } from "@/lib/request/ask/arrival-input";
import { toldSchema } from "@/lib/request/ask/told-answers";
import type { Typed } from "@/lib/request/ask/draft";
import type { Right } from "@/lib/law/rights";
import { civilDay } from "@/lib/server/clock-facts";
import { env } from "@/lib/server/env";
import { recordRequest } from "@/lib/server/record-request";
import { idOf } from "./ids";
import { settleLetter } from "./letters";
import { actorOf, members } from "./staff";

type Line = { way: Way; right: Right; daysAgo: number; presentedDaysAgo?: number; told: Typed };

/** Requests of the example that did not come through the form: a registered letter, a call, a mail, a visit, a letter without proof. */
const lines: readonly Line[] = [
  { way: "registered", right: "access", daysAgo: 9, presentedDaysAgo: 12, told: { locale: "fr", name: "Honorine Vasseur", postalAddress: "3 place du Marché\n81000 Albi", trackingNumber: "1A 204 881 330 7", words: "Je vous demande copie de toutes les données que vous avez sur moi depuis 2019." } },
  { way: "telephone", right: "objection", daysAgo: 1, told: { locale: "fr", name: "Gaspard Lenoir", objectionKind: "marketing", silenced: "06 39 98 00 17", words: "Ne veut plus recevoir d’appels ni de SMS." } },
  { way: "email", right: "erasure", daysAgo: 6, told: { locale: "en", name: "Maeve Kinsella", email: "maeve.kinsella@mail.example", words: "Please delete my account and everything you hold on me." } },
  { way: "counter", right: "rectification", daysAgo: 3, told: { locale: "fr", name: "Octave Brunel", email: "octave.brunel@courriel.example", words: "Son nom s’écrit avec un seul l : il a montré sa carte de fidélité." } },
  { way: "letter", right: "access", daysAgo: 14, told: { locale: "fr", name: "Solange Maréchal", postalAddress: "12 chemin des Vignes\n11100 Narbonne", words: "Souhaite savoir à qui ses coordonnées ont été transmises." } },
];

/** Records them as staff would have, two hours after they came. */
export async function tellRecorded(now: Date): Promise<void> {
  const agent = actorOf(members[0] as (typeof members)[number]);
  for (const [index, line] of lines.entries()) {
    const on = (daysAgo: number): CalendarDate => addDays(civilDay(now), -daysAgo);
    const at = new Date(Math.min(now.getTime(), Date.parse(`${on(line.daysAgo)}T16:00:00Z`)));
    const typed = { way: line.way, receivedOn: on(line.daysAgo), right: line.right, ...(line.presentedDaysAgo ? { presentedOn: on(line.presentedDaysAgo) } : {}) };
    const arrived = checkArrival(typed, { today: civilDay(now), now: now.toISOString(), timeZone: env().controllerTimeZone });
    if ("codes" in arrived) throw new Error(`recorded ${index}: ${JSON.stringify(arrived.codes)}`);
    const told = toldSchema([line.right]).parse({ formKey: idOf(`record:${index}`), ...line.told });
    const done = await recordRequest(agent, arrived.came, told, at);
    if ("refused" in done) throw new Error(`recorded ${index}: ${done.refused}`);
    await settleLetter(done.reference, at, false);
  }
}
