/** The search box of the queue. */
export const search = {
  label: "Rechercher une demande",
  hint: "Référence, nom ou début de nom, e-mail, téléphone, numéro de commande, ou mots entiers d’un message ou d’une note. Demandes ouvertes et closes.",
  submit: "Rechercher",
  clear: "Effacer la recherche",
  caption: "Demandes trouvées, la plus récente d’abord",
  anyState: "Ouvertes et closes",
  open: "Ouvertes",
  noneTitle: "Rien ne correspond à cette recherche",
  none: "Tous les mots tapés doivent se trouver dans la demande. Essayez-en un seul, le début du nom ou la référence. Un nom se trouve par son début, un mot d’un message seulement en entier. Le texte des réponses et le contenu des fichiers ne sont pas recherchés, ni ce qui a été effacé à la fin de sa conservation.",
  noneFiltered: "Les filtres ci-dessus comptent aussi : sans eux, il y en a peut-être.",
  endedTitle: "Cette recherche n’est plus ouverte",
  ended: "L’adresse d’une recherche ne vaut que pour la session qui l’a faite : ce qui a été tapé n’y est lisible pour personne d’autre. Tapez-le de nouveau.",
};
