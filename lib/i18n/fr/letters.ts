import type { MaskedPaper } from "@/lib/law/identity";

/** What may be covered on each paper before it is sent, and what must stay readable: no more is asked for than the check needs. GDPR Art. 5(1)(c); EDPB Guidelines 01/2022. */
const mask: Record<MaskedPaper, string> = {
  identity: "Sur une pièce d’identité, couvrez ce qui ne sert pas : la photo, la signature, le numéro du document et les lignes de lettres et de chiffres du bas. Le nom, les prénoms et la date de validité doivent rester lisibles ; cachez aussi la date de naissance si vous ne nous l’avez jamais donnée. Écrivez en travers, si vous le voulez, la référence de la demande et la date.",
  mandate: "Sur un mandat, un jugement ou un livret de famille, couvrez ce qui ne concerne pas cette demande, et les numéros de document et de compte. Vos deux noms, la date et la signature doivent rester lisibles.",
  "death-certificate": "Sur un acte de décès, couvrez la filiation et les mentions dont nous n’avons pas besoin. Le nom, la date et le lieu du décès doivent rester lisibles.",
  "heirship-proof": "Sur un acte de notoriété, un livret de famille ou une attestation des héritiers, couvrez les autres personnes et leurs adresses, ainsi que les biens et les montants de la succession. Votre nom, celui de la personne décédée et la date doivent rester lisibles.",
  directive: "Sur des directives, couvrez ce qui ne concerne pas les données personnelles. Votre nom, celui de la personne décédée, la date et la signature doivent rester lisibles.",
  other: "Sur tout autre document, couvrez ce qui ne sert pas à cette vérification. Les noms et la date doivent rester lisibles.",
};

/** What our e-mails say. They carry a reference, rights and dates; answers, messages and names stay in the person's space. */
export const letters = {
  greeting: "Bonjour,",
  reference: "Référence",
  open: "Ouvrir mon espace de suivi",
  howToOpen: "Pour ouvrir votre espace de suivi, il suffit de votre référence et d’un code à six chiffres que nous vous envoyons à cette adresse. Aucun mot de passe n’est nécessaire.",
  noReply: "Merci de ne pas répondre à cet e-mail, et de ne jamais y joindre de document : votre espace est plus sûr.",
  answerTitle: "Pour nous répondre",
  answer: (controller: string, address: string, email: string, reference: string) => `Écrivez à ${controller}, ${address}, ou à ${email}, en rappelant la référence ${reference}. N’envoyez jamais une pièce d’identité par e-mail.`,
  whoTitle: "Qui vous répond",
  dpoTeam: "l’équipe de protection des données",
  who: (controller: string, dpo: string, email: string) => `${controller} est responsable de ces données et vous répond. Pour toute question sur leur protection, vous pouvez écrire à ${dpo} : ${email}.`,
  footer: (controller: string, address: string) => [controller, address, "Message automatique au sujet d’une demande que nous avons reçue. Si vous n’êtes pas à l’origine de cette demande, dites-le-nous."],
  cnil: "Si notre réponse ne vous convient pas, ou si elle n’arrive pas à temps, vous pouvez adresser une réclamation à la CNIL (3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07) ou à l’autorité du pays où vous vivez ou travaillez.",

  receipt: {
    subject: (reference: string) => `Votre demande ${reference} est bien reçue`,
    lead: "Nous avons bien reçu votre demande.",
    leadDeceased: "Nous avons bien reçu votre demande, et nous vous présentons nos sincères condoléances.",
    keep: { mail: "Gardez cet e-mail : il prouve que vous l’avez envoyée, et quand.", paper: "Gardez cette lettre : elle prouve que vous l’avez envoyée, et quand." },
    keepRecorded: { mail: "Gardez cet e-mail : il prouve que nous l’avons reçue, et quel jour.", paper: "Gardez cette lettre : elle prouve que nous l’avons reçue, et quel jour." },
    atOnce: {
      all: "Votre demande prend effet sans attendre cette date : vous n’avez rien d’autre à faire. Un envoi déjà parti peut encore vous parvenir.",
      part: "Une partie de votre demande prend effet sans attendre cette date : le retrait d’un accord, l’arrêt de la publicité ou le gel de vos données le temps d’une vérification.",
    },
    overdueAddress: "Cette date est déjà passée, et nous ne pouvions pas encore vous écrire. Nous vous prions de nous en excuser, et nous vous répondrons le plus vite possible.",
    overdue: "Cette date est déjà passée : votre demande n’est pas parvenue à temps à notre équipe. Nous vous prions de nous en excuser, et nous vous répondrons le plus vite possible.",
    receivedAt: "Reçue le",
    asked: "Ce que vous demandez",
    dueOn: "Réponse au plus tard le",
    whyTitle: "Pourquoi cette date",
    nextTitle: "La suite",
    next: {
      mail: "Une personne de notre équipe examine votre demande. Si quelque chose nous manque, nous vous le demandons dans votre espace. Vous y trouverez aussi la réponse, et vous pouvez à tout moment y écrire, ajouter un document ou retirer votre demande.",
      paper: "Une personne de notre équipe examine votre demande. Si quelque chose nous manque, nous vous l’écrivons ; la réponse vous parviendra aussi par courrier. Vous pouvez à tout moment nous écrire, ajouter un document ou retirer votre demande.",
    },
  },

  identityRequest: {
    subject: (reference: string) => `Un document est nécessaire pour votre demande ${reference}`,
    subjectAgain: (reference: string) => `Il nous manque encore un document pour votre demande ${reference}`,
    lead: "Avant de répondre, nous devons nous assurer de ne rien confier à la mauvaise personne. Voici ce qui nous empêche encore d’en être sûrs :",
    leadAgain: (reason: string) => `Merci pour votre envoi. Nous n’avons malheureusement pas pu le retenir : ${reason}. Il est détruit, et nous vous demandons de renvoyer ce qui manque. Voici ce qui nous empêche encore d’être sûrs de répondre à la bonne personne :`,
    enoughTitle: "Ce qui suffit",
    enough: "L’un de ces documents suffit :",
    enoughAll: "Merci de nous envoyer :",
    oneOf: (kinds: string[]) => `${kinds.join(", ")} : un seul de ces documents`,
    maskTitle: "Ce que vous pouvez cacher",
    mask,
    kept: {
      mail: (marks: string) => `Ce que vous envoyez est chiffré, vu seulement par l’équipe qui traite les demandes, et détruit dès que nous l’avons vérifié. Nous n’en gardons aucune copie ; seulement, pendant ${marks}, une empreinte chiffrée qui permet d’en repérer une seconde, mais pas de revoir l’image.`,
      paper: () => "Ce que vous envoyez n’est vu que par l’équipe qui traite les demandes, et détruit dès que nous l’avons vérifié. Nous n’en gardons aucune copie.",
    },
    /** `startsAnew`: the month begins again, rather than go on from where it stopped. */
    suspended: (since: string, startsAnew: boolean) => `Le délai de réponse est suspendu depuis le ${since}, jusqu’à ce que nous recevions ce que nous demandons ici : sans cela, nous ne pouvons pas savoir à qui nous répondons. ${startsAnew ? "Il repart ensuite du début" : "Il reprend ensuite là où il s’était arrêté"}.`,
    notSuspended: (due: string) => `Le délai de réponse n’est pas suspendu : nous vous répondrons au plus tard le ${due}.`,
    overdue: "Cette demande ne suspend pas le délai de réponse, qui est déjà passé. Nous vous prions de nous en excuser, et nous vous répondrons le plus vite possible.",
    dueIfToday: "Réponse, si nous le recevions aujourd’hui, au plus tard le",
    dueOn: "Réponse au plus tard le",
    lapses: (on: string) => `Si rien ne nous est parvenu le ${on}, nous pourrions devoir vous répondre que nous ne pouvons pas donner suite. Le document pourra encore nous parvenir ensuite : nous reprendrons alors votre demande.`,
    howTitle: "Comment l’envoyer",
    how: { mail: "Depuis votre espace, et jamais par e-mail.", paper: "Par courrier, à l’adresse indiquée à la fin de cette lettre, et jamais par e-mail. Envoyez une copie, jamais l’original." },
    button: "Envoyer le document",
    otherWay: {
      mail: "Vous n’avez pas ces documents, ou préférez une autre façon de faire ? Écrivez-nous dans votre espace, nous en chercherons une avec vous.",
      paper: "Vous n’avez pas ces documents, ou préférez une autre façon de faire ? Écrivez-nous, nous en chercherons une avec vous.",
    },
  },

  identityAccepted: {
    subject: (reference: string) => `Vérification faite pour votre demande ${reference}`,
    lead: (marks: string) => `Merci. La vérification est faite, et les documents que vous aviez envoyés pour cela sont détruits. Nous gardons leur type, la date, le nom de la personne qui a vérifié et, pendant ${marks} après l’envoi, une empreinte chiffrée qui ne permet pas de revoir l’image mais d’en repérer une seconde copie.`,
    leadWithout: "La vérification est faite, et vous n’avez aucun document à envoyer. Nous notons seulement comment nous avons vérifié, quand, et qui l’a fait.",
    dueOn: "Réponse au plus tard le",
  },

  identityRejected: {
    subject: (reference: string) => `Votre envoi pour la demande ${reference} n’a pas pu être retenu`,
    lead: (reason: string) => `Merci pour votre envoi. Nous n’avons malheureusement pas pu le retenir : ${reason}. Il est détruit ; s’il comptait plusieurs documents, ils le sont tous et nous vous prions de les renvoyer ensemble.`,
    next: { mail: "Vous pouvez faire un nouvel envoi depuis votre espace, ou nous y écrire si vous hésitez.", paper: "Vous pouvez faire un nouvel envoi par courrier, ou nous écrire si vous hésitez." },
    button: "Faire un nouvel envoi",
    dueOn: "Réponse au plus tard le",
  },

  identityLapsed: {
    subject: (reference: string) => `Nous attendons toujours un document pour votre demande ${reference}`,
    lead: (since: string) => `Le ${since}, nous vous avons demandé de quoi nous assurer de répondre à la bonne personne. Rien ne nous est parvenu jusqu’ici, de ce que nous avions demandé :`,
    resumed: "Le délai de réponse, suspendu depuis ce jour, court de nouveau à partir d’aujourd’hui. Vous recevrez une réponse dans ce délai, quoi qu’il arrive.",
    otherwise: "Si rien n’arrive d’ici là, nous devrons vous répondre que nous ne pouvons pas donner suite à votre demande, faute de savoir à qui nous répondons. Cette réponse dira comment la contester.",
    stillTitle: "Il est encore temps",
    still: {
      mail: "Vous pouvez envoyer ce document à tout moment depuis votre espace, jamais par e-mail : nous l’examinerons. Il peut même suivre notre réponse : nous reprendrons alors votre demande.",
      paper: "Vous pouvez envoyer une copie de ce document à tout moment par courrier, jamais par e-mail : nous l’examinerons. Elle peut même suivre notre réponse : nous reprendrons alors votre demande.",
    },
    button: "Envoyer le document",
    difficulty: {
      mail: "Vous n’avez pas ce document, ou l’envoyer vous pose une difficulté ? Dites-le-nous dans votre espace : nous chercherons une autre façon avec vous.",
      paper: "Vous n’avez pas ce document, ou l’envoyer vous pose une difficulté ? Dites-le-nous : nous chercherons une autre façon avec vous.",
    },
    dueOn: "Réponse au plus tard le",
  },

  requestMerged: {
    subject: (reference: string, into: string) => `Vos demandes ${reference} et ${into} reçoivent une seule réponse`,
    lead: (reference: string, into: string, on: string) => `Votre demande ${reference} reprend ce que vous nous aviez déjà demandé dans la demande ${into}, reçue le ${on} :`,
    once: "Nous y répondons une seule fois, dans le délai de la plus ancienne. Ce que vous avez écrit dans les deux est lu.",
    older: "Demande qui se poursuit",
    dueOn: "Réponse au plus tard le",
    rest: (on: string) => `Le reste de cette demande suit son cours, avec une réponse au plus tard le ${on} :`,
    closed: (reference: string) => `La demande ${reference} est donc close ; vous n’avez rien à faire.`,
    different: "Si vous demandiez deux choses différentes, dites-le-nous : nous traiterons chacune.",
  },

  requestReopened: {
    subject: (reference: string) => `Nous reprenons votre demande ${reference}`,
    lead: "Nous vous avions répondu que nous ne pouvions pas donner suite à votre demande, faute d’être sûrs de répondre à la bonne personne. Nous la reprenons.",
    proof: (on: string) => `Ce qui manquait nous est parvenu le ${on}. Nous le vérifions sans attendre.`,
    staff: "Nous pouvons nous en assurer sans le document que nous vous avions demandé : vous n’avez rien à envoyer.",
    dueOn: "Réponse au plus tard le",
    taken: "Ce que nous reprenons :",
    rest: "Notre réponse sur le reste de votre demande ne change pas.",
    month: "Nous avons un mois à compter de ce jour pour vous répondre, comme pour une demande qui viendrait d’arriver.",
    goesOn: "Le délai court depuis la réception de votre demande ; s’il est dépassé, nous vous prions de nous en excuser et vous répondrons le plus vite possible.",
    earlier: "Notre première réponse reste dans votre espace.",
  },

  proofsExpired: {
    subject: (reference: string) => `Vos documents pour la demande ${reference} ont été détruits`,
    lead: "Les documents que vous aviez envoyés pour cette demande ont été détruits avant que nous les ayons vérifiés : nous n’en gardons aucun plus de trente jours. Ce retard est le nôtre, et nous vous prions de nous en excuser.",
    again: {
      mail: "Nous en avons encore besoin pour vous répondre. Merci de les envoyer de nouveau depuis votre espace, jamais par e-mail : ils seront examinés sans attendre. Si c’est difficile pour vous, écrivez-nous dans votre espace.",
      paper: "Nous en avons encore besoin pour vous répondre. Merci d’en envoyer de nouveau une copie par courrier, jamais par e-mail : ils seront examinés sans attendre. Si c’est difficile pour vous, écrivez-nous.",
    },
    notNeeded: "Vous n’avez rien à renvoyer : votre demande ne dépend pas de ces documents.",
    nothingLost: "Rien d’autre n’est perdu : votre demande reste telle que vous l’avez faite, et le délai de notre réponse n’est pas allongé.",
    button: "Envoyer les documents",
    dueOn: "Réponse au plus tard le",
  },

  question: {
    subject: (reference: string) => `Une question au sujet de votre demande ${reference}`,
    lead: { mail: "Pour bien vous répondre, nous avons une question. Elle vous attend dans votre espace, où vous pouvez aussi nous répondre.", paper: "Pour bien vous répondre, nous avons une question :" },
    clock: (due: string) => `Le délai continue de courir : notre réponse reste due au plus tard le ${due}.`,
    button: "Lire la question",
    afterReply: {
      subject: (reference: string) => `Un message au sujet de votre demande ${reference}`,
      lead: { mail: "Vous avez déjà reçu notre réponse à cette demande. Nous vous écrivons à son sujet : le message vous attend dans votre espace.", paper: "Vous avez déjà reçu notre réponse à cette demande. Nous vous écrivons à son sujet :" },
      button: "Lire le message",
    },
  },

  incident: {
    subject: (reference: string) => `Un message au sujet de votre demande ${reference}`,
    lead: { mail: "Vous êtes plusieurs à nous écrire au sujet d’un même événement. Voici où nous en sommes : notre message vous attend dans votre espace.", paper: "Vous êtes plusieurs à nous écrire au sujet d’un même événement. Voici où nous en sommes :" },
    clock: (due: string) => `Ce message ne remplace pas la réponse à votre demande, que vous recevrez au plus tard le ${due}. Vous n’avez rien à faire.`,
    goesOn: "Ce message ne remplace pas la réponse à votre demande, qui suit son cours.",
    button: "Lire le message",
  },

  clarificationRequest: {
    subject: (reference: string) => `Une précision pour votre demande ${reference}`,
    lead: {
      mail: "Vous avez demandé à connaître vos données, et nous en avons beaucoup. Pour vous envoyer d’abord ce qui compte pour vous, nous vous demandons de préciser votre demande. Notre message vous attend dans votre espace.",
      paper: "Vous avez demandé à connaître vos données, et nous en avons beaucoup. Pour vous envoyer d’abord ce qui compte pour vous, nous vous demandons de préciser votre demande :",
    },
    free: "Vous pouvez aussi répondre que vous voulez tout : nous vous enverrons alors tout.",
    clock: (due: string) => `Le délai continue de courir : notre réponse reste due au plus tard le ${due}.`,
    suspended: (since: string, due: string) => `Le délai de réponse est suspendu depuis le ${since}, jusqu’à votre réponse. Si nous la recevions aujourd’hui, la nôtre serait due au plus tard le ${due}.`,
    button: "Préciser ma demande",
  },

  extensionNotice: {
    subject: (reference: string) => `Plus de temps pour votre demande ${reference}`,
    lead: (months: number) => `Nous avons besoin de plus de temps pour bien vous répondre. La loi le permet lorsqu’une demande est complexe, ou que vous en avez fait plusieurs ; nous prolongeons le délai ${months === 1 ? "d’un mois" : "de deux mois"}, et nous vous prions de nous en excuser.`,
    why: "Voici pourquoi :",
    more: { mail: "Nous vous en disons davantage dans votre espace.", paper: "Plus précisément :" },
    was: "Date prévue jusqu’ici",
    dueOn: "Réponse au plus tard le",
    law: "Le délai ne peut être prolongé qu’une fois, de deux mois au plus (article 12, paragraphe 3, du RGPD). Si nous pouvons vous répondre plus tôt, nous le ferons.",
    button: "Ouvrir ma demande",
  },

  messageReceived: {
    subject: (reference: string) => `Nous avons reçu votre message (${reference})`,
    subjectFiles: (reference: string) => `Nous avons reçu vos documents (${reference})`,
    lead: "Votre message nous est bien parvenu et fait partie de votre demande.",
    resumed: "Le délai de réponse, suspendu en attendant ces documents, a repris : la date ci-dessus en tient compte.",
    resumedClarification: "Le délai de réponse, suspendu en attendant cette précision, a repris : la date ci-dessus en tient compte.",
    leadRecorded: (how: string, on: string) => `Ce que vous nous avez dit ou écrit (${how}, le ${on}) est noté dans votre demande.`,
    leadSeen: (how: string, on: string) => `Nous avons bien vu les documents que vous nous avez montrés ou envoyés (${how}, le ${on}). Nous n’en gardons aucune copie.`,
    leadFiles: "Vos documents nous sont bien parvenus. Nous les vérifions, puis nous les détruisons.",
    dueOn: "Réponse au plus tard le",
  },

  replyAvailable: {
    subject: (reference: string) => `La réponse à votre demande ${reference} est là`,
    subjectPaper: (reference: string) => `Réponse à votre demande ${reference}`,
    enclosed: "Joint à cette lettre :",
    lead: "Nous avons répondu à votre demande. Pour que personne d’autre ne la lise, elle vous attend dans votre espace.",
    answeredOn: "Réponse donnée le",
    button: "Lire la réponse",
    files: "Pensez à enregistrer les fichiers joints : ils sont effacés de votre espace au bout de trente jours. Le texte de la réponse, lui, y reste.",
    remedies: "La réponse indique aussi vos recours. Si un point n’est pas clair, écrivez-nous depuis votre espace.",
  },

  withdrawalNoted: {
    subject: (reference: string) => `Votre demande ${reference} est retirée`,
    lead: "Comme vous l’avez souhaité, votre demande est retirée. Nous n’y donnons pas suite. Si vous aviez envoyé des documents pour prouver votre identité ou votre qualité, ils sont détruits.",
    withdrawnOn: "Retirée le",
    again: "Vous pouvez faire une nouvelle demande quand vous le voulez : rien ne s’y oppose.",
    mistake: "Ce n’était pas vous ? Dites-le-nous sans tarder.",
    button: "Faire une nouvelle demande",
  },

  fileRefused: {
    subject: (reference: string) => `Un fichier de votre demande ${reference} n’a pas pu être gardé`,
    lead: "Nous avons bien reçu votre envoi. Notre contrôle automatique a jugé que l’un des fichiers pouvait être dangereux : par sécurité, personne ne l’a ouvert et il est détruit. Cela peut arriver sans que vous y soyez pour rien, par exemple quand un fichier a été modifié par un autre programme.",
    next: {
      mail: "Votre demande suit son cours. Si ce document lui est utile, prenez-en une nouvelle photo et envoyez-la depuis votre espace, ou écrivez-nous.",
      paper: "Votre demande suit son cours. Si ce document lui est utile, écrivez-nous : nous chercherons une autre façon de le recevoir.",
    },
    leadReply: "Notre contrôle automatique a jugé que l’un des fichiers joints à notre réponse pouvait être dangereux. Par sécurité, personne n’a pu l’ouvrir et il est détruit.",
    nextReply: {
      mail: "Le texte de la réponse reste dans votre espace. Vous n’avez rien à faire, et nous vous écrirons au sujet de ce fichier.",
      paper: "Le texte de la réponse reste le même. Vous n’avez rien à faire, et nous vous écrirons au sujet de ce fichier.",
    },
    dueOn: "Réponse au plus tard le",
  },

  followCode: {
    subject: "Votre code pour ouvrir votre espace de suivi",
    lead: "Voici le code à taper sur la page où vous l’avez demandé.",
    code: "Code",
    life: "Il sert une seule fois et reste valable dix minutes. Si la page est fermée, demandez un nouveau code.",
    notYou: "Vous n’avez rien demandé ? Vous pouvez ignorer ce message : sans ce code, personne n’ouvre votre espace. Nous ne vous le demanderons jamais par téléphone ni par e-mail.",
  },
};
