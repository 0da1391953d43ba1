/** What our e-mails say. They carry a reference, rights and dates; answers, messages and names stay in the person's space. */
export const letters = {
  greeting: "Bonjour,",
  reference: "Référence",
  open: "Ouvrir mon espace de suivi",
  howToOpen: "Pour ouvrir votre espace, il suffit de votre référence et d’un code à six chiffres que nous vous envoyons à cette adresse. Aucun mot de passe n’est nécessaire.",
  noReply: "Merci de ne pas répondre à cet e-mail, et de ne jamais y joindre de document : votre espace est plus sûr.",
  whoTitle: "Qui vous répond",
  who: (controller: string, dpo: string, email: string) => `${controller} est responsable de vos données. ${dpo} suit votre demande ; vous pouvez lui écrire à ${email}.`,
  footer: (controller: string, address: string) => [controller, address, "Message automatique au sujet d’une demande faite sur nos pages. Si vous n’êtes pas à l’origine de cette demande, dites-le-nous."],
  cnil: "Si notre réponse ne vous convient pas, ou si elle n’arrive pas à temps, vous pouvez adresser une réclamation à la CNIL (3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07) ou à l’autorité du pays où vous vivez ou travaillez.",

  receipt: {
    subject: (reference: string) => `Votre demande ${reference} est bien reçue`,
    lead: "Nous avons bien reçu votre demande. Gardez cet e-mail : il prouve que vous l’avez envoyée, et quand.",
    leadDeceased: "Nous avons bien reçu votre demande, et nous vous présentons nos sincères condoléances. Gardez cet e-mail : il prouve que vous l’avez envoyée, et quand.",
    atOnce: "Votre choix prend effet dès maintenant, sans attendre cette date : vous n’avez rien d’autre à faire.",
    receivedAt: "Reçue le",
    asked: "Ce que vous demandez",
    dueOn: "Réponse au plus tard le",
    whyTitle: "Pourquoi cette date",
    nextTitle: "La suite",
    next: "Une personne de notre équipe examine votre demande. Si quelque chose nous manque, nous vous le demandons dans votre espace. Vous y trouverez aussi la réponse, et vous pouvez à tout moment y écrire, ajouter un document ou retirer votre demande.",
  },

  identityRequest: {
    subject: (reference: string) => `Un document est nécessaire pour votre demande ${reference}`,
    subjectAgain: (reference: string) => `Il nous manque encore un document pour votre demande ${reference}`,
    lead: "Avant de répondre, nous devons nous assurer de ne pas confier des données à la mauvaise personne. Pour votre demande, un doute subsiste :",
    enoughTitle: "Ce qui suffit",
    enough: "L’un de ces documents suffit :",
    enoughAll: "Envoyez-nous :",
    oneOf: (kinds: string[]) => `${kinds.join(", ")} : un seul de ces documents`,
    maskTitle: "Ce que vous pouvez cacher",
    mask: "Couvrez tout ce qui ne sert pas à vous reconnaître : la photo, le numéro du document, la signature et les deux ou trois lignes de lettres et de chiffres au bas de la page. Votre nom doit rester lisible. Écrivez en travers, si vous le voulez, la référence de la demande et la date.",
    kept: "Le document est chiffré dès l’envoi, vu seulement par l’équipe qui traite votre demande, et détruit dès la vérification faite. Nous n’en gardons aucune copie.",
    suspended: (since: string) => `Le délai de réponse est suspendu depuis le ${since}, jusqu’à ce que nous recevions le document. Il reprend ensuite là où il s’était arrêté.`,
    notSuspended: (due: string) => `Le délai de réponse n’est pas suspendu : nous vous répondrons au plus tard le ${due}.`,
    dueIfToday: "Réponse, si nous le recevions aujourd’hui, au plus tard le",
    dueOn: "Réponse au plus tard le",
    lapses: (on: string) => `Sans document de votre part le ${on}, nous pourrions devoir vous répondre que nous ne pouvons pas donner suite. Vous pourrez toujours reprendre votre demande.`,
    howTitle: "Comment l’envoyer",
    how: "Depuis votre espace, et jamais par e-mail.",
    button: "Envoyer le document",
    otherWay: "Vous n’avez aucun de ces documents, ou préférez une autre façon de faire ? Écrivez-nous dans votre espace, nous en chercherons une avec vous.",
  },

  identityAccepted: {
    subject: (reference: string) => `Vérification faite pour votre demande ${reference}`,
    lead: "Merci. La vérification est faite, et vos documents sont détruits : il n’en reste que la date et la façon dont nous avons vérifié.",
    dueOn: "Réponse au plus tard le",
  },

  identityRejected: {
    subject: (reference: string) => `Le document envoyé pour votre demande ${reference} n’a pas pu être retenu`,
    lead: (reason: string) => `Merci pour votre envoi. Nous n’avons malheureusement pas pu retenir ce document : ${reason}. Il est détruit.`,
    next: "Vous pouvez en envoyer un autre depuis votre espace.",
    button: "Envoyer un autre document",
    dueOn: "Réponse au plus tard le",
  },

  question: {
    subject: (reference: string) => `Une question au sujet de votre demande ${reference}`,
    lead: "Pour bien vous répondre, nous avons une question. Elle vous attend dans votre espace, où vous pouvez aussi nous répondre.",
    clock: (due: string) => `Le délai continue de courir : notre réponse reste due au plus tard le ${due}.`,
    button: "Lire la question",
  },

  messageReceived: {
    subject: (reference: string) => `Nous avons reçu votre message (${reference})`,
    subjectFiles: (reference: string) => `Nous avons reçu vos documents (${reference})`,
    lead: "Votre message nous est bien parvenu et fait partie de votre demande.",
    leadFiles: "Vos documents nous sont bien parvenus. Nous les vérifions ; ceux qui prouvent une identité sont détruits aussitôt après.",
    dueOn: "Réponse au plus tard le",
  },

  replyAvailable: {
    subject: (reference: string) => `La réponse à votre demande ${reference} est là`,
    lead: "Nous avons répondu à votre demande. Pour que personne d’autre ne la lise, la réponse et ses fichiers vous attendent dans votre espace.",
    answeredOn: "Réponse donnée le",
    button: "Lire la réponse",
    remedies: "La réponse indique aussi vos recours. Si un point n’est pas clair, écrivez-nous depuis votre espace.",
  },

  withdrawalNoted: {
    subject: (reference: string) => `Votre demande ${reference} est retirée`,
    lead: "Comme vous l’avez souhaité, votre demande est retirée. Nous n’y donnons pas suite, et les documents d’identité que vous aviez envoyés sont détruits.",
    withdrawnOn: "Retirée le",
    again: "Vous pouvez faire une nouvelle demande quand vous le voulez : rien ne s’y oppose.",
    mistake: "Ce n’était pas vous ? Dites-le-nous sans tarder.",
    button: "Faire une nouvelle demande",
  },

  followCode: {
    subject: "Votre code pour ouvrir votre espace de suivi",
    lead: "Voici le code à taper sur la page où vous l’avez demandé.",
    code: "Code",
    life: "Il sert une seule fois et reste valable dix minutes. Si la page est fermée, demandez un nouveau code.",
    notYou: "Vous n’avez rien demandé ? Vous pouvez ignorer ce message : sans ce code, personne n’ouvre votre espace. Nous ne vous le demanderons jamais par téléphone ni par e-mail.",
  },
};
