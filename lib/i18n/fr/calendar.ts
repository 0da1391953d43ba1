/** The calendar of a member of staff: its entries, and where they ask for its address. Entries carry references, rights and dates. */
export const calendar = {
  name: "Échéances des demandes",
  summary: (reference: string) => `${reference} : réponse due`,
  summarySuspended: (reference: string) => `${reference} : délai suspendu`,
  rights: (rights: string[]) => `Droits : ${rights.join(", ")}`,
  suspended: "Le délai est suspendu : cette date est repoussée chaque jour, jusqu’à ce qu’il reprenne.",
  title: "Mon calendrier",
  hint: "Suivez les échéances de vos demandes dans votre agenda : il s’abonne à une adresse qui n’est qu’à vous. Elle est secrète : qui la connaît voit vos échéances, sans aucun nom.",
  create: "Créer mon adresse",
  since: (day: string) => `Votre adresse existe depuis le ${day}. Elle n’est montrée qu’à sa création : si vous l’avez perdue, ou si quelqu’un d’autre l’a vue, remplacez-la. L’ancienne cesse aussitôt de répondre.`,
  replace: "Remplacer l’adresse",
  revoke: "Supprimer l’adresse",
  linkTitle: "Votre adresse, montrée une seule fois",
  link: "Copiez-la dans votre agenda, là où il propose de s’abonner à un calendrier en ligne. Ne la donnez à personne.",
};
