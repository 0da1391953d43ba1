/** An answer as it is sent, of about the length the templates give. */
import { textOf } from "./people";
import type { Random } from "./random";
import type { Telling } from "./telling";

const letters = {
  fr: {
    hello: (name: string) => `Bonjour ${name},`,
    body: "Nous avons bien reçu votre demande et nous y avons répondu dans nos comptes clients, les commandes et le service client.\n\n## Ce que nous avons fait\n\nLes données vous concernant viennent de vos commandes et de vos échanges avec nous ; elles servent à suivre vos commandes, à tenir notre comptabilité et à répondre à vos questions. Nous les transmettons à notre transporteur, à notre banque et à notre centre d’appels, et nous les gardons cinq ans pour les commandes, dix ans pour les factures.",
    end: "## Vos recours\n\nSi cette réponse ne vous convient pas, vous pouvez écrire à notre déléguée à la protection des données, adresser une réclamation à la CNIL (3 place de Fontenoy, 75007 Paris, www.cnil.fr) ou saisir le tribunal compétent.",
  },
  en: {
    hello: (name: string) => `Dear ${name},`,
    body: "We received your request and acted on it in customer accounts, orders and customer service.\n\n## What we did\n\nThe data about you comes from your orders and your exchanges with us; it serves to follow your orders, to keep our accounts and to answer your questions. We pass it to our carrier, our bank and our call centre, and keep it five years for orders and ten years for invoices.",
    end: "## Your remedies\n\nIf this answer does not satisfy you, you may write to our data protection officer, complain to the CNIL (3 place de Fontenoy, 75007 Paris, www.cnil.fr) or bring the matter before the competent court.",
  },
} as const;

export function replyText(random: Random, { request: { locale }, caseFile }: Telling): string {
  const { hello, body, end } = letters[locale];
  return [hello(caseFile.requester.name ?? ""), body, textOf(random, locale, 30 + random.below(80)), end].join("\n\n");
}
