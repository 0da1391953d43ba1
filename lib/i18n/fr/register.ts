import type { RegisterColumn } from "@/lib/request/register/entry";

const column: Record<RegisterColumn, string> = {
  reference: "Référence",
  rights: "Droits",
  channel: "Voie d’arrivée",
  locale: "Langue",
  receivedOn: "Reçue le",
  dueOn: "Date limite",
  state: "État",
  wasSuspended: "Délai suspendu",
  extensionMonths: "Mois de prolongation",
  answeredOn: "Réponse le",
  days: "Jours jusqu’à la réponse",
  isOnTime: "À temps",
  outcomes: "Issue par droit",
  refusalGrounds: "Motifs de refus",
  assigneeId: "Suivie par (identifiant)",
  assigneeName: "Suivie par",
};

/** The register, to download. */
export const register = {
  column,
  yes: "oui",
  no: "non",
  undecided: "Pas encore décidé",
  language: { fr: "français", en: "anglais" },
  export: "Télécharger ce que ces filtres montrent :",
  csv: "tableau (CSV)",
  json: "données (JSON)",
  hint: "Sans donnée sur les personnes qui demandent. Chaque téléchargement est consigné.",
};
