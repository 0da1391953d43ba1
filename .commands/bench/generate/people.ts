/** Who writes and what they write: names, addresses and sentences of everyday, in varied mixture. All addresses end in `.example` (RFC 2606). */
import type { Random } from "./random";

type Locale = "fr" | "en";
const split = (text: string) => text.split(" ");

const firstNames = split("Marie Jean Michel Nathalie Philippe Isabelle Nicolas Catherine Thomas Sandrine Julien Céline Sébastien Hélène Mohamed Fatima Karim Inès Lucas Emma Léa Hugo Chloé Louis Jade Raphaël Zoé Élise Benoît Noémie Maëlle Yann Gaëlle Loïc Anaïs Rémi Solène Théo Océane Bastien Agnès Didier Monique Bernard Sylvie Alain Françoise Patrick Martine Gérard Aurélie Cédric Émilie Fabien Ludivine Quentin Marion Antoine Clémence Adrien Youssef Leïla Omar Samira Ibrahim Aminata Fatou Moussa Linh Minh Wei Ana Paulo João Katarzyna Piotr Elena Andrei Brendan Niamh Agnes Oliver Edith Jasper Ingrid Lars Sven Hanneke Pieter");
const starts = split("Bar Ber Bou Cha Che Clé Cour Da De Du Fa Fer Fon Gar Gau Gi Gran Gué Ha Jou La Lam Le Lo Ma Mar Mer Mo Mon Na Or Pa Pel Per Pi Pon Qué Ra Re Ri Ro Rous Sa Sau Se So Ta Tes Tra Val Va Ver Vi");
const middles = split("ba be bi cha de di do ga ge gui la le li lo ma me mi na ni no pe ra re ri ro sa se ta te ti to vi");
const ends = split("nd rd t ux lle n r s sse tte ud l c ault ier ière eau et in on oux ac an ez");
const mails = split("courriel boite poste messagerie lettres mail-libre facteur pli");
const streets = split("République Filatiers Lilas Écoles Moulin Gare Fontaine Église Tilleuls Marne Verdun Remparts Halles Augustins Pasteur Hugo Jaurès Ferry Clos Prairie");
const towns = ["31000 Toulouse", "34000 Montpellier", "33800 Bordeaux", "69002 Lyon", "35000 Rennes", "44000 Nantes", "59000 Lille", "67000 Strasbourg", "13006 Marseille", "75011 Paris", "38000 Grenoble", "87000 Limoges"];

export type Person = { name: string; email: string; postalAddress: string; customerNumber: string };

/** Somebody; about one in some hundred thousand has the name of another. */
export function personOf(random: Random): Person {
  const first = random.often(firstNames);
  const family = `${random.one(starts)}${random.is(0.6) ? random.one(middles) : ""}${random.is(0.3) ? random.one(middles) : ""}${random.one(ends)}`;
  const name = `${first} ${family}${random.is(0.06) ? `-${random.one(starts)}${random.one(ends)}` : ""}`;
  const mailbox = (text: string) => text.normalize("NFD").replaceAll(/[^a-z]/gi, "").toLowerCase();
  const number = random.is(0.7) ? String(random.below(9_000)) : "";
  return {
    name,
    email: `${random.is(0.5) ? `${mailbox(first)}.` : mailbox(first).slice(0, 1)}${mailbox(family)}${number}@${random.often(mails)}.example`,
    postalAddress: `${1 + random.below(180)} rue ${random.is(0.5) ? "des" : "de la"} ${random.one(streets)}\n${random.one(towns)}`,
    customerNumber: `C-${String(random.below(9_000_000) + 1_000_000)}`,
  };
}

const common: Record<Locale, readonly string[]> = {
  fr: split("bonjour commande compte adresse merci données boutique colis facture livraison mail message téléphone service client magasin carte retour remboursement abonnement publicité catalogue newsletter inscription mot passe numéro réponse semaine mois année janvier mars juin septembre vendeur conseiller appel enregistrement contrat garantie échange produit taille canapé lampe table chaise vélo montre robe chaussures manteau livre console ordinateur tablette batterie pièce paiement carte virement prélèvement banque impayé litige erreur retard perdu cassé ouvert fermé ancien nouveau déménagement mariage divorce famille enfant mère père voisin travail entreprise mairie notaire avocat médiateur plainte recommandé relance rappel"),
  en: split("hello order account address thanks data shop parcel invoice delivery mail message phone service customer store card return refund subscription advertising catalogue newsletter registration password number answer week month year january march june september seller adviser call recording contract warranty exchange product size sofa lamp table chair bike watch dress shoes coat book console computer tablet battery part payment transfer debit bank unpaid dispute mistake late lost broken open closed old new move wedding divorce family child mother father neighbour work company notary lawyer mediator complaint registered reminder"),
};
const joining: Record<Locale, readonly string[]> = { fr: split("je vous le la de et que pour dans mon ma sur avec par depuis est pas plus"), en: split("i you the a of and that for in my on with by since is not more") };

/** So many words of running text, in sentences: most are everybody's, some are nobody else's. */
export function textOf(random: Random, locale: Locale, words: number): string {
  let text = "";
  for (let count = 0; count < words; count += 1) {
    const kind = random.next();
    const word = kind < 0.45 ? random.one(joining[locale]) : kind < 0.93 ? random.often(common[locale]) : kind < 0.98 ? rareWord(random) : String(random.below(99_999));
    text += `${word}${count === words - 1 || random.is(0.1) ? ". " : " "}`;
  }
  return text.trimEnd();
}

function rareWord(random: Random): string {
  return `${random.one(starts).toLowerCase()}${random.one(middles)}${random.is(0.5) ? random.one(middles) : ""}${random.one(ends)}`;
}
