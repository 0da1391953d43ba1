import type { FieldError } from "@/lib/request/time-limit-form";

const error: Record<FieldError, string> = {
  missing: "Indiquez le jour de votre demande",
  date: "Écrivez une date qui existe, avec le jour, le mois et l’année",
  future: "Cette date est dans l’avenir ; indiquez aujourd’hui ou un jour passé",
  "too-early": "Le RGPD s’applique depuis le 25 mai 2018 ; indiquez une date à partir de ce jour",
  "before-filing": "Cette date précède celle de la demande ; vérifiez l’une et l’autre",
  "before-asked": "Cette date précède celle où on vous l’a demandé ; vérifiez l’une et l’autre",
  "asked-missing": "Indiquez aussi quel jour on vous l’a demandé",
  "announced-missing": "Indiquez aussi quel jour on vous l’a annoncé",
  "months-missing": "Dites si c’est un mois ou deux",
  choice: "Choisissez l’une des réponses proposées",
};

const days = (count: number) => (count === 1 ? "1 jour" : `${count} jours`);

/** The page that tells anybody by when a company must answer. Dates come in written out. */
export const timeLimit = {
  title: "Quand doit-on vous répondre ?",
  answerTitle: "Date limite de réponse",
  lead: "Vous avez demandé à une entreprise établie en France de vous montrer vos données, de les corriger, de les effacer ou de ne plus s’en servir. Elle a un mois pour répondre. Donnez la date de votre demande : voici le dernier jour, et pourquoi.",
  field: {
    filedOn: { label: "Quel jour avez-vous fait votre demande ?", hint: "Par e-mail ou par formulaire : le jour de l’envoi, même un dimanche. Par courrier : le jour où la lettre est arrivée." },
    askedOn: { label: "Demandé le", hint: "Une pièce d’identité, par exemple." },
    sentOn: { label: "Envoyé le", hint: "Laissez vide si vous ne l’avez pas encore envoyé." },
    announcedOn: { label: "Annoncé le", hint: "Le jour où leur message est parti : la date de l’e-mail ou de la lettre." },
    months: { label: "De combien ?", hint: "" },
    place: { label: "Où est l’entreprise ?", hint: "Les jours fériés n’y sont pas partout les mêmes." },
  },
  months: { 1: "D’un mois", 2: "De deux mois" },
  since: "Que s’est-il passé depuis ?",
  sinceHint: "Laissez vide ce qui n’a pas eu lieu.",
  identity: "On vous a demandé de prouver votre identité",
  extension: "On vous a annoncé que ce serait plus long",
  places: {
    FR: "En métropole",
    "FR-AM": "En Alsace ou en Moselle",
    "FR-GP": "En Guadeloupe",
    "FR-MQ": "En Martinique",
    "FR-GF": "En Guyane",
    "FR-RE": "À La Réunion",
    "FR-YT": "À Mayotte",
    "FR-MF": "À Saint-Martin",
    "FR-BL": "À Saint-Barthélemy",
  },
  submit: "Calculer la date",
  changeTitle: "Changer les dates",
  again: "Recalculer",
  error,
  answer: {
    left: (count: number) => (count === 0 ? "C’est aujourd’hui le dernier jour" : `Il leur reste ${days(count)}`),
    past: (count: number) => `Le délai est dépassé depuis ${days(count)}`,
    paused: "Le délai est suspendu",
    due: (date: string) => `Réponse au plus tard le ${date}`,
    wasDue: (date: string) => `Réponse due au plus tard le ${date}`,
    suspended: (date: string, startsAnew: boolean) => `Depuis le ${date}, le délai attend ce qu’on vous a demandé, et ${startsAnew ? "repartira du début" : "reprendra où il s’était arrêté"}. La date ci-dessus vaut si vous envoyez tout aujourd’hui.`,
    why: "Comment cette date est calculée",
    othersTitle: "Les autres dates qui comptent",
    strict: { term: "Sans suspension ni prolongation", detail: "La date certaine : une suspension ou une prolongation doit être justifiée." },
    notice: { term: "Dernier jour pour vous annoncer un délai plus long", detail: "Un ou deux mois de plus, en disant pourquoi. Ensuite, il est trop tard." },
    refusal: { term: "Dernier jour pour refuser", detail: "Un refus doit dire pourquoi, et quels sont vos recours. Ce délai-là ne se prolonge pas." },
  },
  next: {
    title: "Ce que vous pouvez faire",
    waiting: [
      "Gardez la preuve de votre demande : la copie, l’accusé de réception, sa date.",
      "Si on vous demande un document utile, envoyez-le sans tarder : le délai peut être suspendu en attendant.",
      "Sans réponse le dernier jour, écrivez à nouveau à l’entreprise, ou à son délégué à la protection des données, puis à la CNIL.",
    ],
    past: [
      "Écrivez à nouveau à l’entreprise, ou à son délégué à la protection des données : rappelez la date de votre demande et celle de ce délai.",
      "Sans réponse, adressez une réclamation à la CNIL. C’est gratuit et cela se fait en ligne ; joignez la preuve de votre demande.",
    ],
    here: (controller: string) => `Votre demande à ${controller} a été faite ici ? Sa date exacte est dans votre espace :`,
  },
  scope: (controller: string) =>
    `Ce calcul vaut pour les demandes des articles 15 à 22 du RGPD adressées à une entreprise établie en France (RGPD, article 12, paragraphe 3). Sur les points discutés, il suit la pratique de ${controller}. C’est une information, pas un conseil juridique. Rien de ce que vous indiquez ici n’est conservé.`,
  developers: {
    title: "Pour les programmes",
    text: "Le même calcul se demande sans compte, par :",
    answer: "La réponse donne dueOn, strictDueOn, extensionNoticeDueBy, refusalDueBy, suspendedSince et les étapes (steps), chacune avec sa règle, sa source et sa phrase en français et en anglais. Soixante questions par minute au plus.",
    problems: "Une question à laquelle on ne peut répondre reçoit un document « application/problem+json » (RFC 9457), dont la liste errors nomme chaque champ en cause par un pointeur tel que #/events/0/at.",
  },
};
