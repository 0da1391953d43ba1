/** What staff and people of the example write to each other. */
export const words = {
  fr: {
    question: "Bonjour,\n\nPour chercher au bon endroit : avez-vous commandé sous un autre nom ou une autre adresse e-mail que celle de votre demande ?\n\nMerci d’avance.",
    clarification: "Bonjour,\n\nNous avons plusieurs milliers de lignes à votre nom. Voulez-vous d’abord vos commandes, vos échanges avec le service client, ou tout à la fois ?",
    extension: "Vos échanges avec le service client comptent des enregistrements d’appels, où d’autres personnes parlent : nous les réécoutons un à un.",
    message: "Bonjour, avant mon mariage je commandais sous le nom de Fontanges, avec la même adresse e-mail.",
    notes: [
      "Deux comptes trouvés avec le même numéro de téléphone. Vérifier qu’il s’agit bien de la même personne avant de répondre.",
      "Factures 2024 et 2025 à conserver (comptabilité prévenue). Le reste peut partir.",
      "Appelée ce matin au numéro du compte : très aimable, un peu pressée.",
    ],
    explanations: {
      fulfilled: "Nous avons fait ce que vous demandiez dans tous nos outils.",
      "partly-fulfilled": "Nous avons fait droit à votre demande, sauf pour les factures des dix dernières années : le code de commerce nous oblige à les garder, dans une archive à laquelle seule la comptabilité a accès.",
      refused: "Après examen, la donnée contestée est exacte : elle correspond à la pièce que vous nous avez transmise. Une déclaration complémentaire a été ajoutée à votre dossier.",
    },
  },
  en: {
    question: "Hello,\n\nTo look in the right place: have you ordered under another name or e-mail address than the one in your request?\n\nThank you.",
    clarification: "Hello,\n\nWe hold several thousand lines under your name. Would you like your orders first, your exchanges with customer service, or everything at once?",
    extension: "Your exchanges with customer service include recorded calls in which other people speak: we listen to them one by one.",
    message: "Hello, I sometimes ordered as a guest with my work address. It is on the invoice you sent in May.",
    notes: ["Two accounts with the same phone number. Make sure they belong to the same person before answering."],
    explanations: {
      fulfilled: "We did what you asked in all our systems.",
      "partly-fulfilled": "We did what you asked, except for the invoices of the last ten years: commercial law makes us keep them, in an archive that only accounting can open.",
      refused: "We looked at it again. The processing protects our customers against fraud and its weight in the decision is small; those grounds override the interest you describe.",
    },
  },
} as const;
