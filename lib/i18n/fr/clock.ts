import type { ClockChangeRefusal, ClockDifference } from "@/lib/law/clock-change";
import type { HolidayCalendar } from "@/lib/law/holiday-calendars";
import type { TimeLimitPolicy } from "@/lib/law/time-limit-policy";

/** One point of the policy: what it is about, why it is open, and each value as the end of the sentence its name begins. */
export type PointWords = { [Point in keyof TimeLimitPolicy]: { name: string; about: string; value: (value: TimeLimitPolicy[Point]) => string } };

const number = (count: number) => count.toLocaleString("fr-FR");
const days = (count: number, kind = "") => `${count} jour${count > 1 ? "s" : ""}${kind && ` ${kind}${count > 1 ? "s" : ""}`}`;
const cases = (count: number) => (count === 1 ? "1 demande ouverte" : `${number(count)} demandes ouvertes`);

const points: PointWords = {
  identityPause: {
    name: "Pendant qu’un justificatif d’identité est attendu",
    about: "Le décret et le Comité européen suspendent le délai ; la suspension se compte en jours.",
    value: (value) =>
      ({ pause: "le délai est suspendu, puis reprend où il en était", none: "le délai continue de courir", restart: "le mois recommence quand le justificatif arrive (lecture britannique)" })[value],
  },
  identityRequestMaxDays: {
    name: "Un justificatif suspend le délai s’il est demandé",
    about: "Le texte dit « sans retard » ; le nombre de jours est un choix. Demandé plus tard, il ne suspend rien. De 0 à 30.",
    value: (value) => (value === 0 ? "le jour même de la réception" : value === 1 ? "au plus tard le lendemain de la réception" : `dans les ${days(value)} après la réception`),
  },
  clarificationPause: {
    name: "Une question sur l’étendue d’une demande d’accès",
    about: "Le décret n’en dit rien ; le Comité européen l’admet pour l’accès seulement.",
    value: (value) => ({ never: "ne suspend pas le délai", "access-only": "suspend le délai, si l’accès est seul demandé" })[value],
  },
  qualityProofPauses: {
    name: "Une preuve de mandat ou d’hérédité qui manque",
    about: "Le décret ne parle que de l’identité de la personne.",
    value: (value) => (value ? "suspend le délai comme un justificatif d’identité" : "ne suspend pas le délai"),
  },
  rollsToWorkingDay: {
    name: "Quand le dernier jour est un samedi, un dimanche ou un jour férié",
    about: "Le règlement reporte ; un responsable prudent peut y renoncer.",
    value: (value) => (value ? "le délai finit le jour ouvré suivant" : "le délai finit ce jour-là"),
  },
  extensionAnchor: {
    name: "Un délai prolongé se compte",
    about: "Le texte dit deux mois de plus, sans dire d’où ils se comptent.",
    value: (value) => ({ receipt: "depuis la réception, trois mois en tout au plus", "earlier-of-receipt-and-first-date": "depuis la réception ou depuis la première date limite : la fin la plus proche vaut" })[value],
  },
  extensionNoticeRolls: {
    name: "Une prolongation s’annonce au plus tard",
    about: "Par prudence, mieux vaut toujours l’annoncer avant la fin du mois.",
    value: (value) => (value ? "le jour ouvré auquel le premier mois est reporté" : "le dernier jour du premier mois, même férié"),
  },
  postalMarginWorkingDays: {
    name: "Une réponse par la poste part",
    about: "Une réponse compte quand elle est envoyée ; la marge couvre l’acheminement. De 0 à 15 jours ouvrés.",
    value: (value) => (value === 0 ? "au plus tard à la date limite" : `${days(value, "ouvré")} avant la date limite`),
  },
  registeredLetterReceipt: {
    name: "Une lettre recommandée est reçue",
    about: "Les deux dates sont gardées dans la demande.",
    value: (value) => ({ delivery: "le jour où elle est remise", "first-presentation": "le jour où elle est présentée pour la première fois" })[value],
  },
  appliesAfterDeath: {
    name: "Une demande au sujet d’une personne décédée",
    about: "Le RGPD ne s’applique pas aux personnes décédées (considérant 27), et la loi ne fixe pas de délai.",
    value: (value) => (value ? "suit le même délai" : "n’a pas de délai légal"),
  },
  internalTargetDays: {
    name: "Notre objectif est de répondre",
    about: "Pour l’équipe seulement : il ne change aucune date limite. De 1 à 20 jours.",
    value: (value) => `${days(value)} avant la fin du premier mois`,
  },
  lapseAlarmDays: {
    name: "Un justificatif qui n’arrive pas est signalé",
    about: "Un refus pour identité non établie est alors proposé ; la demande est reprise si la preuve vient plus tard. De 7 à 90 jours.",
    value: (value) => `au bout de ${days(value)} de suspension`,
  },
  sameRequestDays: {
    name: "La même chose demandée de nouveau par la même personne est signalée",
    about: "Pour réunir les deux demandes, ou juger si elles se répètent à des intervalles raisonnables (considérant 63). Aucune date ne change. De 1 à 730 jours.",
    value: (value) => `quand les deux arrivent à ${days(value)} d’écart au plus`,
  },
};

const calendars: Record<HolidayCalendar, string> = {
  FR: "France",
  "FR-AM": "Alsace-Moselle",
  "FR-GP": "Guadeloupe",
  "FR-MQ": "Martinique",
  "FR-GF": "Guyane",
  "FR-RE": "La Réunion",
  "FR-YT": "Mayotte",
  "FR-MF": "Saint-Martin",
  "FR-BL": "Saint-Barthélemy",
};

const refusal: Record<ClockChangeRefusal, string> = {
  "holiday-already": "Ce jour est déjà férié",
  "holiday-not": "Ce jour n’est pas férié",
  "closure-overlaps": "Une autre fermeture couvre déjà une partie de ces jours",
  "closure-unknown": "Cette fermeture n’est plus dans la liste.",
  "nothing-changed": "Rien n’est changé : choisissez au moins une autre valeur.",
};

/** One difference of the settings, in words. `date` writes a civil date. */
function difference(told: ClockDifference, date: (day: string) => string): string {
  switch (told.what) {
    case "holiday":
      return {
        added: `Le ${date(told.on)} devient un jour férié`,
        removed: `Le ${date(told.on)} n’est plus un jour férié`,
        "addition-undone": `Le ${date(told.on)} n’est plus un jour férié (ajout annulé)`,
        "removal-undone": `Le ${date(told.on)} est de nouveau un jour férié (retrait annulé)`,
      }[told.change];
    case "closure":
      return `Fermeture du ${date(told.from)} au ${date(told.until)} ${told.change === "added" ? "ajoutée" : "retirée"}`;
    case "policy": {
      const { name, value } = points[told.point] as { name: string; value: (value: unknown) => string };
      return `${name} : ${value(told.after)} (avant : ${value(told.before)})`;
    }
  }
}

/** The settings of the clock: holidays, closures, disputed points. */
export const clock = {
  title: "Délais",
  lead: "Ce qui décide de la date limite de chaque demande. Un changement montre d’abord quelles demandes ouvertes changent de date ; il ne vaut qu’une fois appliqué. Les demandes closes gardent leur date.",
  back: "Tous les réglages de délai",
  compared: {
    title: "Contrôle de chaque nuit",
    about: "La date affichée de chaque demande ouverte est comparée à la date calculée.",
    never: "Aucun contrôle n’a encore eu lieu.",
    last: (at: string, checked: number, repaired: number) =>
      `Dernier contrôle le ${at} : ${checked === 1 ? "1 demande vérifiée" : `${number(checked)} demandes vérifiées`}, ${repaired === 0 ? "aucune différence" : repaired === 1 ? "1 date fausse, réparée" : `${number(repaired)} dates fausses, réparées`}.`,
    repaired: "Une date a été changée autrement que par le portail, ou le portail s’est trompé. Prévenez qui l’exploite : le journal nomme les demandes.",
  },
  recomputing: "Les dates des demandes ouvertes sont en train d’être recalculées.",
  holidays: {
    title: "Jours fériés",
    about: (calendar: HolidayCalendar) => `Calendrier officiel : ${calendars[calendar]}. Un délai qui finit un samedi, un dimanche ou un jour férié est reporté au jour ouvré suivant.`,
    caption: (year: string) => `Jours fériés de ${year}`,
    added: "Ajouté",
    removed: "N’est plus férié",
    mine: "Jours que vous avez changés",
    undo: "Annuler",
    undoOf: (date: string) => `Annuler le changement du ${date}`,
    change: "Changer un jour férié",
    changeHint: "Seulement quand la loi change. Un pont, un 24 décembre ou une fermeture de l’entreprise n’est pas un jour férié.",
    on: "Jour",
    legend: "Que devient ce jour ?",
    options: { yes: "Il devient férié", no: "Il n’est plus férié" },
  },
  closures: {
    title: "Fermetures de l’entreprise",
    law: "Une fermeture n’est pas un jour férié : elle ne change aucune date limite. Elle avance seulement l’objectif interne, pour que la réponse parte avant.",
    none: "Aucune fermeture prévue.",
    caption: "Fermetures prévues",
    from: "Premier jour",
    until: "Dernier jour",
    add: "Ajouter une fermeture",
    remove: "Retirer",
    removeOf: (from: string, until: string) => `Retirer la fermeture du ${from} au ${until}`,
  },
  policy: {
    title: "Points débattus",
    about: "Les textes ou les autorités n’y disent pas tous la même chose. Les valeurs par défaut sont la lecture recommandée.",
    change: "Changer ces règles",
    isDefault: "Valeur par défaut.",
    byDefault: (value: string) => `Par défaut : ${value}.`,
    default: "par défaut",
    unconfirmed: "à confirmer avec un conseil",
    points,
  },
  history: {
    title: "Qui a changé quoi",
    never: "Rien n’a encore été changé.",
    older: "Les changements plus anciens sont dans le journal.",
    someone: "Un membre de l’équipe",
  },
  preview: {
    title: "Ce qui changerait",
    none: "Aucune demande ouverte ne change de date limite.",
    moved: (moved: number, all: number) => `Sur ${cases(all)}, ${moved === 1 ? "1 change" : `${number(moved)} changent`} de date limite.`,
    told: "Chaque personne concernée verra la nouvelle date et sa raison dans son espace. Aucun courrier ne part : à qui n’a pas d’e-mail, dites-le vous-même.",
    targets: (count: number) => (count === 1 ? "L’objectif interne d’une demande change aussi." : `L’objectif interne de ${number(count)} demandes change aussi.`),
    onlyTargets: (count: number) => (count === 1 ? "Seul l’objectif interne d’une demande change." : `Seul l’objectif interne de ${number(count)} demandes change.`),
    late: (count: number) => (count === 1 ? "1 demande aurait aussitôt dépassé sa date limite." : `${number(count)} demandes auraient aussitôt dépassé leur date limite.`),
    caption: "Demandes qui changent de date",
    reference: "Demandes",
    before: "Date actuelle",
    after: "Nouvelle date",
    more: (count: number) => (count === 1 ? "Et 1 autre demande." : `Et ${number(count)} autres demandes.`),
  },
  step: { see: "Voir ce qui changerait", seeOf: (what: string) => `Voir ce qui changerait : ${what}`, apply: "Appliquer ce changement", edit: "Modifier", cancel: "Abandonner" },
  errors: {
    required: "Indiquez une date",
    date: "Écrivez une date qui existe, avec le jour, le mois et l’année",
    range: "Choisissez une date entre l’an dernier et dans dix ans",
    order: "Le dernier jour ne peut pas être avant le premier",
    choice: "Choisissez l’une des réponses proposées",
    number: (from: number, to: number) => `Écrivez un nombre de ${from} à ${to}`,
  },
  refusal,
  changedMeanwhile: "Quelqu’un a changé les réglages entre-temps. Rien n’a été appliqué ni perdu : voici ce que votre changement ferait maintenant.",
  difference,
};
