import { dayWords } from "@/lib/i18n/dates";
import { addMonthsClamped, calendarDate } from "@/lib/law/calendar";

type Locale = "fr" | "en";

/** What the invented staff write where the template leaves a place in square brackets: the first rule that fits. */
const rules: Record<Locale, readonly [RegExp, string][]> = {
  fr: [
    [/^du … au/, "du 1er janvier 2019 au jour de votre demande"],
    [/système/i, "nos comptes clients, les commandes et le service client"],
    [/finalités/, "suivre vos commandes, tenir notre comptabilité et répondre à vos questions"],
    [/catégories$/, "identité, coordonnées, commandes, échanges avec le service client"],
    [/destinataires/, "notre transporteur, notre banque et notre centre d’appels"],
    [/durée/, "cinq ans pour les commandes, dix ans pour les factures"],
    [/vous-même/, "vous-même, lors de vos commandes"],
    [/aucun/, "aucun"],
    [/Fonction/, "Sofia Belkacem, de l’équipe protection des données"],
    [/décision changée/, "décision maintenue"],
    [/raison et base/, "obligation comptable, code de commerce, article L123-22"],
    [/raisons|Expliquez/, "la somme demandée dépassait la limite prévue pour ce mode de paiement"],
    [/effacées/, "votre compte, vos listes d’envies et vos avis"],
    [/données/, "les factures, au titre de la comptabilité"],
    [/pays/, "Maroc"],
    [/adéquation/, "clauses contractuelles types"],
    [/mesures/, "chiffrement des échanges"],
    [/comment/, "en écrivant à notre déléguée"],
    [/JSON/, "JSON"],
  ],
  en: [
    [/^from … to/, "from 1 January 2019 to the day of your request"],
    [/system/i, "customer accounts, orders and customer service"],
    [/purposes/, "following your orders, keeping our accounts and answering your questions"],
    [/categories$/, "identity, contact details, orders, exchanges with customer service"],
    [/recipient/, "our carrier, our bank and our call centre"],
    [/length|criteri|period/i, "five years for orders, ten years for invoices"],
    [/yourself/, "yourself, when you ordered"],
    [/none/i, "none"],
    [/JSON/, "JSON"],
    [/countr/i, "Morocco"],
    [/adequacy/i, "standard contractual clauses"],
    [/reason|explain/i, "the grounds above override the interest you describe"],
    [/data/, "your account, wish lists and reviews"],
  ],
};

/** A template with every place completed, as it could be sent. */
export function complete(body: string, locale: Locale, on: string): string {
  return body.replace(/\n- \[[^\]]*(?:liste|list)[^\]]*\]/g, "").replace(/\[([^[\]\n]+)\]/g, (_, place: string, offset: number) => {
    if (/^date$/i.test(place)) return dayWords(dateAfter(body.slice(0, offset), on), locale);
    return rules[locale].find(([pattern]) => pattern.test(place))?.[1] ?? place.replace(/^[^:]*:\s/, "");
  });
}

/** What lasts ends years ahead, back-ups are overwritten in two months, everything else was done today. */
function dateAfter(before: string, on: string): string {
  const date = calendarDate(on);
  if (/(jusqu’au|until) $/.test(before)) return addMonthsClamped(date, 96);
  return /(au plus tard le|by|no later than) $/.test(before.slice(-60)) ? addMonthsClamped(date, 2) : on;
}
