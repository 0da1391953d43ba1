import type { Right } from "@/lib/law/rights";
import type { Typed } from "@/lib/request/ask/draft";

/** What invented people typed, by language and right; several variants, taken in turn. */
export const answers: Record<"fr" | "en", Record<Right, readonly Typed[]>> = {
  fr: {
    access: [
      { scope: "everything", details: "" },
      { scope: "specific", details: "Je voudrais surtout mes échanges avec le service client depuis janvier et l’enregistrement de l’appel du 3 mars." },
    ],
    rectification: [
      { field: "Nom de famille", wrongValue: "Vasseure", rightValue: "Vasseur, sans e à la fin" },
      { field: "Adresse de livraison", wrongValue: "21 rue du Pré-Botté", rightValue: "21 bis rue du Pré-Botté, bâtiment C. Deux colis sont déjà repartis." },
    ],
    erasure: [
      { scope: "everything", details: "Je n’ai rien commandé depuis quatre ans et je ferme mes vieux comptes." },
      { scope: "specific", details: "Supprimez mes avis publiés sous le pseudo « lapin-bleu » et la liste d’envies." },
    ],
    restriction: [
      { ground: "accuracy-contested", details: "Vous me réclamez une facture que j’ai payée. Ne transmettez rien au recouvrement tant que ce n’est pas vérifié." },
      { ground: "legal-claims", details: "Gardez les échanges sur le canapé livré cassé : j’ai saisi le médiateur." },
    ],
    portability: [
      { destination: "me" },
      { destination: "other-controller", recipientName: "Maison Tricot, coopérative", recipientContact: "donnees@maison-tricot.example" },
    ],
    objection: [
      { kind: "marketing", address: "plus.de.pub@courriel.example" },
      { kind: "other", processing: "Le score qui décide si je peux payer en plusieurs fois", situation: "J’ai été victime d’une usurpation d’identité en 2025 ; ce score en garde la trace et me bloque partout." },
      { kind: "marketing", address: "06 00 00 00 17" },
    ],
    "withdraw-consent": [
      { purposes: ["newsletter", "sms"], address: "stop.sms@courriel.example" },
      { purposes: ["advertising-cookies", "personalised-offers", "partners"] },
    ],
    "human-review": [
      { orderNumber: "CMD-2026-48211", decidedOn: "2026-08-28", view: "Le paiement en quatre fois m’a été refusé en deux secondes. Je suis en CDI depuis neuf ans et je n’ai aucun impayé. Je souhaite qu’une personne regarde mon dossier." },
      { orderNumber: "CMD-2026-50377", view: "Ma commande a été bloquée pour « risque ». J’ai simplement déménagé, c’est pourquoi les adresses diffèrent." },
    ],
    transfers: [{ details: "Mon numéro de téléphone part-il hors d’Europe, par exemple vers votre centre d’appels ?" }, {}],
    "post-mortem-directive": [
      { instructions: ["erasure", "non-disclosure"], details: "Effacez mon compte et mes photos de profil. Ne communiquez mes commandes à personne.", consent: "yes" },
      { instructions: ["communication"], details: "Remettez mes photos à ma nièce, rien d’autre.", designatedName: "Apolline Soulages", designatedContact: "apolline.soulages@courriel.example", consent: "yes" },
    ],
    deceased: [
      { name: "Marcel Puech", diedOn: "2026-07-19", placeOfDeath: "Albi", bornOn: "1941-05-02", lastCountry: "France", deceasedEmail: "marcel.puech@courriel.example", capacity: "heir", relationship: "Mon père", wishes: ["stop-mailings", "close-account"], otherHeirs: "agree", details: "Ma mère reçoit encore vos catalogues à son nom. Merci de les arrêter." },
      { name: "Odette Cazeneuve", diedOn: "2026-06-30", placeOfDeath: "Auch", lastCountry: "France", capacity: "notary", relationship: "Notaire chargé de la succession", wishes: ["information-for-estate"], otherHeirs: "agree", details: "Merci de nous indiquer les avoirs, bons d’achat et commandes en cours au jour du décès." },
      { name: "Paul Malbec", diedOn: "2026-08-02", placeOfDeath: "Cahors", lastCountry: "France", capacity: "relative", relationship: "Mon voisin et ami", wishes: ["stop-mailings"], otherHeirs: "unknown" },
    ],
  },
  en: {
    access: [{ scope: "everything", details: "Including anything you bought or were given about me by others, please." }, { scope: "specific", details: "My chat transcripts with customer service in August." }],
    rectification: [{ field: "Date of birth", wrongValue: "12 March 1968", rightValue: "3 December 1968. The month and the day were swapped." }],
    erasure: [{ scope: "everything", details: "I have moved abroad and will not shop with you again." }],
    restriction: [{ ground: "objection-pending", details: "I objected to profiling last week. Please do not use the data until you have decided." }, { ground: "unlawful-processing", details: "I never gave you this phone number." }],
    portability: [{ destination: "me" }],
    objection: [{ kind: "marketing", address: "no.more.ads@post.example" }, { kind: "other", processing: "Analysis of my browsing to guess what I may buy", situation: "I order medical equipment for my son and do not want it inferred." }],
    "withdraw-consent": [{ purposes: ["newsletter", "audience-cookies"] }, { purposes: ["phone"], address: "+353 00 000 0042" }],
    "human-review": [{ orderNumber: "CMD-2026-51904", decidedOn: "2026-08-03", view: "I was refused payment in instalments although I paid the last three on time. I think the system confuses me with someone of the same name." }],
    transfers: [{ details: "Which countries outside the EU receive my order history, and on what basis?" }],
    "post-mortem-directive": [{ instructions: ["conservation"], details: "Keep my order history for two years so that my wife can use the guarantees.", consent: "yes" }],
    deceased: [{ name: "Harold Moorcroft", diedOn: "2026-07-11", placeOfDeath: "Limerick", lastCountry: "France", capacity: "heir", relationship: "My husband", wishes: ["stop-mailings", "digital-memories", "update-data"], otherHeirs: "agree", details: "He kept photo books in his account. We would love to have the pictures." }],
  },
};
