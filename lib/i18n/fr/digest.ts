type Counts = { overdue: number; today: number; soon: number; target: number; suspension: number; task: number; toPost: number };

/** The morning mail to staff: references, rights and dates, nothing else. */
export const digest = {
  subject: (counts: Counts) => {
    const said = [
      { count: counts.overdue, words: "en retard" },
      { count: counts.today, words: "à rendre aujourd’hui" },
      { count: counts.soon, words: "à rendre sous 7 jours" },
      { count: counts.target, words: "à l’objectif interne" },
      { count: counts.suspension, words: "au délai suspendu depuis longtemps" },
      { count: counts.task, words: "avec un service en retard" },
      { count: counts.toPost, words: "avec des lettres à poster" },
    ].filter(({ count }) => count > 0);
    return said.map(({ count, words }, index) => (index > 0 ? `${count} ${words}` : `${count} ${count === 1 ? "demande" : "demandes"} ${words}`)).join(", ");
  },
  greeting: "Bonjour,",
  lead: (day: string) => `Voici les demandes qui vous attendent ce ${day}.`,
  groups: {
    overdue: { title: "En retard", hint: "La date limite est passée. Une réponse tardive vaut mieux qu’aucune : dites à la personne pourquoi elle a attendu." },
    today: { title: "À rendre aujourd’hui", hint: null },
    tomorrow: { title: "À rendre demain", hint: null },
    "three-days": { title: "À rendre sous 3 jours", hint: null },
    week: { title: "À rendre sous 7 jours", hint: null },
    target: { title: "À l’objectif interne", hint: "Le jour où nous voulions avoir répondu est arrivé, ou quelque chose est à faire sans attendre (publicité à cesser, accord retiré, données à geler). La date limite de la loi vient plus tard." },
    suspension: { title: "Délai suspendu depuis longtemps", hint: "Ce que nous avons demandé n’est pas arrivé. Relancez la personne, ou répondez avec ce que vous avez. Sans preuve d’identité, dites-lui qu’il n’est pas possible de donner suite sans cela, et qu’elle pourra toujours revenir ; une précision qui manque ne permet pas de refuser." },
    task: { title: "Un service est en retard", hint: "Il devait faire sa part avant vous. Appelez-le, renvoyez-lui le lien, ou répondez sans lui." },
    "to-post": { title: "Lettres à poster", hint: "La personne n’a pas d’adresse e-mail, ou l’e-mail n’est pas arrivé. Tant que la lettre n’est pas à la poste, elle n’a rien reçu, et ce que la lettre annonce ne compte pas." },
  },
  due: (day: string, days: number) => `échéance le ${day} (${relative(days)})`,
  atOnce: "à faire sans attendre, même si le délai est suspendu",
  suspendedSince: (day: string) => `suspendu depuis le ${day}`,
  taskSince: (day: string) => `un service devait répondre pour le ${day}`,
  toPost: "lettre à poster",
  unassigned: "pas encore attribuée",
  more: (count: number) => (count === 1 ? "Et une autre, dans la liste des demandes." : `Et ${count} autres, dans la liste des demandes.`),
  open: "Voir toutes les demandes",
  why: "Cet e-mail part une fois par jour au plus, et seulement quand une échéance le demande.",
  mention: {
    subject: (reference: string) => `Une note de ${reference} vous cite`,
    lead: (reference: string) => `Un collègue vous cite dans une note interne de la demande ${reference}. Ce qu’il a écrit se lit dans le bureau.`,
    open: "Voir la demande",
  },
  footer: (controller: string, address: string) => [controller, address, "Message automatique du bureau, pour l’équipe qui répond aux demandes."],
};

function relative(days: number): string {
  if (days === 0) return "aujourd’hui";
  if (days === 1) return "demain";
  if (days > 1) return `dans ${days} jours`;
  return days === -1 ? "en retard d’un jour" : `en retard de ${-days} jours`;
}
