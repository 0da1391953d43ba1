import type { Role } from "@/lib/access/permissions";
import type { ExtensionReason } from "@/lib/law/extension";
import type { RefusalGround, RestrictionGround } from "@/lib/law/grounds";
import type { DoubtGround, ProofKind, ProofRejection, VerificationMethod } from "@/lib/law/identity";
import type { Outcome } from "@/lib/law/outcomes";
import type { Capacity, EstateWish, RequesterKind } from "@/lib/law/requesters";
import { type HolidayKey, holidayNames } from "@/lib/law/holiday-calendars";
import type { CalendarDate } from "@/lib/law/calendar";
import type { Right } from "@/lib/law/rights";
import type { Step, StepRule } from "@/lib/law/time-limit";
import type { consentPurposes, directiveKinds, otherHeirs as otherHeirsValues } from "@/lib/request/ask/claim-answers";
import type { Arrival, Channel } from "@/lib/request/arrival";
import type { FilePurpose, ProofPurpose, RequestEventType } from "@/lib/request/event";
import type { RequestState, Stage } from "@/lib/request/request";

/** `name`: as a heading; `short`: in a list; `legal`: as a letter names it; `source`: its provision. */
type RightWords = { name: string; short: string; goodFor: string; legal: string; source: string };

const right: Record<Right, RightWords> = {
  access: {
    name: "Savoir quelles données vous avez sur moi",
    short: "Accès",
    goodFor: "Recevoir une copie de vos données et savoir d’où elles viennent, à quoi elles servent, qui les reçoit et combien de temps elles sont gardées.",
    legal: "droit d’accès",
    source: "article 15 du RGPD",
  },
  rectification: {
    name: "Corriger mes données",
    short: "Rectification",
    goodFor: "Faire corriger une donnée fausse ou compléter une donnée incomplète : un nom mal écrit, une ancienne adresse, une date erronée.",
    legal: "droit de rectification",
    source: "article 16 du RGPD",
  },
  erasure: {
    name: "Effacer mes données",
    short: "Effacement",
    goodFor: "Faire effacer votre compte ou certaines données. Ce que la loi nous oblige à garder, comme les factures, est mis à part, puis effacé à son tour.",
    legal: "droit à l’effacement",
    source: "article 17 du RGPD",
  },
  restriction: {
    name: "Geler l’utilisation de mes données",
    short: "Limitation",
    goodFor: "Que vos données soient gardées mais plus utilisées, par exemple le temps de vérifier si elles sont exactes.",
    legal: "droit à la limitation du traitement",
    source: "article 18 du RGPD",
  },
  portability: {
    name: "Récupérer mes données pour les réutiliser",
    short: "Portabilité",
    goodFor: "Recevoir les données que vous nous avez confiées dans un fichier réutilisable, ou les faire transmettre à une autre entreprise.",
    legal: "droit à la portabilité",
    source: "article 20 du RGPD",
  },
  objection: {
    name: "M’opposer à l’utilisation de mes données",
    short: "Opposition",
    goodFor: "Arrêter la publicité, sans avoir à donner de raison, ou vous opposer à une autre utilisation en raison de votre situation.",
    legal: "droit d’opposition",
    source: "article 21 du RGPD",
  },
  "withdraw-consent": {
    name: "Retirer mon accord",
    short: "Retrait du consentement",
    goodFor: "Revenir sur un accord donné : lettre d’information, SMS, cookies, partage avec nos partenaires. Aussi simplement que vous l’aviez donné.",
    legal: "retrait du consentement",
    source: "article 7, paragraphe 3, du RGPD",
  },
  "human-review": {
    name: "Faire revoir une décision automatique",
    short: "Réexamen humain",
    goodFor: "Qu’une personne réexamine une décision prise par un programme, comme un paiement en plusieurs fois refusé, et entende votre point de vue.",
    legal: "droit à une intervention humaine",
    source: "article 22, paragraphe 3, du RGPD",
  },
  transfers: {
    name: "Savoir si mes données quittent l’Europe",
    short: "Transferts",
    goodFor: "Connaître les pays, les destinataires et les garanties qui protègent vos données hors de l’Espace économique européen.",
    legal: "information sur les transferts hors de l’Espace économique européen",
    source: "articles 15, paragraphe 2, et 46 du RGPD",
  },
  "post-mortem-directive": {
    name: "Décider du sort de mes données après ma mort",
    short: "Directives",
    goodFor: "Dire dès maintenant ce que vos données devront devenir et, si vous le voulez, qui devra y veiller. Vous pouvez changer d’avis à tout moment.",
    legal: "directives sur le sort des données après le décès",
    source: "article 85, I, de la loi Informatique et Libertés",
  },
  deceased: {
    name: "Agir pour une personne décédée",
    short: "Personne décédée",
    goodFor: "Faire cesser les courriers, fermer le compte ou obtenir ce qui est utile à la succession d’un proche. Nous avançons à votre rythme.",
    legal: "droits après le décès d’une personne",
    source: "article 85 de la loi Informatique et Libertés",
  },
};

const outcome: Record<Outcome, string> = {
  fulfilled: "Accordé",
  "partly-fulfilled": "Accordé en partie",
  "no-data-held": "Aucune donnée détenue",
  refused: "Refusé",
  redirected: "Réorienté vers le responsable compétent",
};

/** What an outcome means, told to the person. */
const outcomeMeaning: Record<Outcome, string> = {
  fulfilled: "Nous avons fait ce que vous demandiez.",
  "partly-fulfilled": "Nous avons fait une partie de ce que vous demandiez ; nous expliquons pourquoi le reste n’est pas possible.",
  "no-data-held": "Nous avons cherché et n’avons trouvé aucune donnée correspondant à votre demande.",
  refused: "Nous ne pouvons pas faire ce que vous demandiez ; nous expliquons pourquoi et quels recours vous avez.",
  redirected: "Un autre organisme décide de l’utilisation de ces données ; nous vous disons lequel.",
};

/** `name` for staff, `words` for the person, `source` the provision a refusal letter quotes. */
type GroundWords = { name: string; words: string; source: string };

const refusalGround: Record<RefusalGround, GroundWords> = {
  "manifestly-unfounded": {
    name: "Demande manifestement infondée",
    words: "votre demande est manifestement infondée",
    source: "article 12, paragraphe 5, du RGPD",
  },
  excessive: {
    name: "Demande excessive",
    words: "votre demande est excessive",
    source: "article 12, paragraphe 5, du RGPD",
  },
  "identity-not-established": {
    name: "Identité non établie",
    words: "nous n’avons pas pu nous assurer que la demande vient bien de la personne concernée, et nous ne voulons ni remettre ni modifier ses données à la demande de quelqu’un d’autre",
    source: "article 12, paragraphes 2 et 6, du RGPD",
  },
  "mandate-not-established": {
    name: "Mandat non établi",
    words: "nous n’avons pas reçu de document qui montre que vous pouvez agir pour la personne concernée",
    source: "article 12, paragraphes 2 et 6, du RGPD",
  },
  "rights-of-others": {
    name: "Droits et libertés d’autrui",
    words: "vous donner ces éléments porterait atteinte aux droits et libertés d’autres personnes",
    source: "articles 15, paragraphe 4, et 20, paragraphe 4, du RGPD",
  },
  "legal-obligation": {
    name: "Obligation légale de conservation",
    words: "la loi nous oblige à conserver ces données",
    source: "article 17, paragraphe 3, point b), du RGPD",
  },
  "legal-claims": {
    name: "Droits en justice",
    words: "ces données sont nécessaires pour constater, exercer ou défendre des droits en justice",
    source: "article 17, paragraphe 3, point e), du RGPD",
  },
  "freedom-of-expression": {
    name: "Liberté d’expression et d’information",
    words: "ces données sont nécessaires à l’exercice de la liberté d’expression et d’information",
    source: "article 17, paragraphe 3, point a), du RGPD",
  },
  "conditions-not-met": {
    name: "Conditions du droit non remplies",
    words: "les conditions que la loi pose pour ce droit ne sont pas remplies dans votre situation",
    source: "l’article qui prévoit ce droit",
  },
  "compelling-grounds": {
    name: "Motifs légitimes et impérieux",
    words: "des motifs légitimes et impérieux, qui l’emportent ici sur vos intérêts, droits et libertés, rendent ce traitement nécessaire",
    source: "article 21, paragraphe 1, du RGPD",
  },
  "death-or-heirship-not-established": {
    name: "Décès ou qualité d’héritier non établis",
    words: "la loi réserve cette démarche aux héritiers et à la personne que le défunt avait désignée, et nous n’avons pas encore de document qui établisse à la fois le décès et votre qualité",
    source: "article 85 de la loi Informatique et Libertés et article 124 du décret n° 2019-536",
  },
  "contrary-directive": {
    name: "Directive contraire du défunt",
    words: "la personne décédée avait laissé des directives qui s’y opposent, et nous devons respecter sa volonté",
    source: "article 85, I, de la loi Informatique et Libertés",
  },
  "exceeds-estate-purpose": {
    name: "Au-delà du règlement de la succession",
    words: "ces éléments vont au-delà de ce qui est nécessaire à l’organisation et au règlement de la succession",
    source: "article 85, II, de la loi Informatique et Libertés",
  },
  "correspondence-secrecy": {
    name: "Secret des correspondances",
    words: "ces échanges sont des correspondances privées, que la loi ne nous permet pas de communiquer librement",
    source: "article 85, II, de la loi Informatique et Libertés",
  },
  "heirs-disagree": {
    name: "Désaccord entre héritiers",
    words: "les héritiers ne sont pas d’accord entre eux ; tant qu’un accord ou un juge n’a pas tranché, nous ne faisons que ce qui ne nuit à personne",
    source: "article 85, II, de la loi Informatique et Libertés",
  },
};

const restrictionGround: Record<RestrictionGround, GroundWords> = {
  "accuracy-contested": {
    name: "Exactitude contestée",
    words: "Je pense que ces données sont fausses, le temps que vous vérifiiez",
    source: "article 18, paragraphe 1, point a), du RGPD",
  },
  "unlawful-processing": {
    name: "Traitement illicite, limitation préférée à l’effacement",
    words: "Vous n’avez pas le droit d’utiliser ces données, mais je préfère que vous les gardiez sans les utiliser",
    source: "article 18, paragraphe 1, point b), du RGPD",
  },
  "legal-claims": {
    name: "Nécessaires à la défense de droits",
    words: "Vous n’avez plus besoin de ces données, mais j’en ai besoin pour défendre mes droits",
    source: "article 18, paragraphe 1, point c), du RGPD",
  },
  "objection-pending": {
    name: "Opposition en cours d’examen",
    words: "J’ai fait opposition à ce traitement et j’attends votre décision",
    source: "article 18, paragraphe 1, point d), du RGPD",
  },
};

/** Why identity is doubted: `staff` to choose from, `letter` as told to the person. */
const doubtGround: Record<DoubtGround, { staff: string; letter: string }> = {
  "email-unknown": {
    staff: "L’adresse e-mail est inconnue de nos fichiers",
    letter: "l’adresse e-mail donnée dans la demande ne figure pas dans nos fichiers",
  },
  "details-do-not-match": {
    staff: "Les informations données ne correspondent pas à nos fichiers",
    letter: "certaines informations données ne correspondent pas à celles que nous avons",
  },
  "account-signs-of-misuse": {
    staff: "Le compte montre des signes d’usurpation",
    letter: "une activité inhabituelle nous fait craindre que quelqu’un d’autre ait eu accès au compte",
  },
  "sensitive-answer": {
    staff: "La réponse serait sensible (s’ajoute à un doute, ne suffit pas seule)",
    letter: "la réponse contiendrait des données qui pourraient vous nuire si elles tombaient en d’autres mains",
  },
  "mandate-missing": {
    staff: "Rien ne montre que la personne peut agir pour une autre (mandat, parent, tuteur)",
    letter: "la demande est faite pour quelqu’un d’autre, et il nous manque un document qui montre que vous pouvez agir pour cette personne",
  },
  "heirship-missing": {
    staff: "La qualité d’héritier n’est pas établie",
    letter: "il nous manque un document qui établisse à quel titre vous agissez pour la personne décédée",
  },
};

const proofKind: Record<ProofKind, string> = {
  "identity-card": "Carte d’identité",
  passport: "Passeport",
  "residence-permit": "Titre de séjour",
  "driving-licence": "Permis de conduire",
  mandate: "Mandat, jugement ou livret de famille",
  "death-certificate": "Acte de décès",
  "heirship-proof": "Acte de notoriété, livret de famille ou attestation signée des héritiers",
  directive: "Directives qui vous désignent",
  other: "Autre document",
};

/** `staff` to choose from, `letter` told to the person, `help` what to do about it. */
const proofRejection: Record<ProofRejection, { staff: string; letter: string; help: string }> = {
  unreadable: {
    staff: "Illisible",
    letter: "nous n’avons pas réussi à le lire",
    help: "Une photo prise de près, à la lumière du jour et sans reflet, suffit.",
  },
  "wrong-person": {
    staff: "Concerne une autre personne",
    letter: "il porte un autre nom que celui de la demande",
    help: "Si votre nom a changé, dites-le-nous dans un message et joignez un document qui montre les deux noms.",
  },
  expired: {
    staff: "Périmé",
    letter: "il n’est plus valable",
    help: "Un autre document encore valable convient aussi : carte d’identité, passeport, titre de séjour ou permis de conduire.",
  },
  "not-enough": {
    staff: "Ne suffit pas à lever le doute",
    letter: "il ne suffit pas, à lui seul, à lever le doute",
    help: "Un document officiel à votre nom, ou une information que personne d’autre ne connaît, comme un numéro de commande récent, nous aiderait.",
  },
  "wrong-kind": {
    staff: "Mauvais type de document",
    letter: "ce n’est pas le type de document demandé",
    help: "Écrivez-nous si vous hésitez : nous vous dirons quel document convient.",
  },
};

const verificationMethod: Record<VerificationMethod, string> = {
  "email-code": "Code envoyé à l’adresse e-mail connue",
  "known-facts": "Numéro de client ou de commande et faits concordants",
  document: "Document",
};

const capacity: Record<Capacity, string> = {
  designated: "La personne que le défunt a désignée dans ses directives",
  heir: "Héritier ou héritière",
  notary: "Notaire en charge de la succession",
  relative: "Une personne proche, qui n’hérite pas",
};

const estateWish: Record<EstateWish, string> = {
  "stop-mailings": "Arrêter les courriers et les messages",
  "close-account": "Fermer le compte",
  "information-for-estate": "Obtenir des informations utiles à la succession",
  "digital-memories": "Récupérer des souvenirs numériques",
  "apply-directives": "Faire appliquer les directives laissées par la personne",
  "update-data": "Mettre à jour les données pour tenir compte du décès",
};

const requesterKind: Record<RequesterKind, string> = {
  "data-subject": "La personne elle-même",
  representative: "Une personne qui agit pour une autre (mandat, parent, tuteur)",
  heir: "Un proche d’une personne décédée",
};

const consentPurpose: Record<(typeof consentPurposes)[number], string> = {
  newsletter: "Lettre d’information par e-mail",
  sms: "SMS publicitaires",
  phone: "Appels publicitaires",
  "personalised-offers": "Offres personnalisées",
  "audience-cookies": "Cookies de mesure d’audience",
  "advertising-cookies": "Cookies publicitaires",
  partners: "Partage avec nos partenaires",
};

const directiveKind: Record<(typeof directiveKinds)[number], string> = {
  conservation: "Conserver mes données",
  erasure: "Effacer mes données",
  communication: "Communiquer mes données à une personne que je désigne",
  "non-disclosure": "Ne communiquer mes données à personne",
};

const otherHeirs: Record<(typeof otherHeirsValues)[number], string> = {
  agree: "Les autres héritiers sont d’accord, ou il n’y en a pas d’autre",
  unknown: "Je ne sais pas",
  disagree: "Les héritiers ne sont pas tous d’accord",
};

const destination: Record<"me" | "other-controller", string> = {
  me: "À moi",
  "other-controller": "Directement à une autre entreprise",
};

const scope: Record<"everything" | "specific", string> = {
  everything: "Toutes mes données",
  specific: "Certaines données seulement",
};

const objectionKind: Record<"marketing" | "other", string> = {
  marketing: "À la publicité",
  other: "À une autre utilisation",
};

const filePurpose: Record<FilePurpose, string> = {
  identity: "Pièce d’identité",
  mandate: "Mandat ou autorisation",
  "death-certificate": "Acte de décès",
  "heirship-proof": "Document qui montre à quel titre vous agissez",
  evidence: "Justificatif",
  "receipt-proof": "Preuve de réception",
  message: "Pièce jointe à un message",
  reply: "Fichier joint à la réponse",
  task: "Fichier d’un service",
  note: "Fichier joint à une note interne",
};

/** What a person showed or sent on paper. */
const proofPurpose: Record<ProofPurpose, string> = {
  identity: "Une pièce d’identité",
  mandate: "Un mandat ou une autorisation",
  "death-certificate": "Un acte de décès",
  "heirship-proof": "Un document qui montre la qualité d’héritier",
};


/** Why the month is extended: for staff, and as the notice tells it. */
const extensionReason: Record<ExtensionReason, { staff: string; letter: string }> = {
  "scattered-data": { staff: "Données réparties dans plusieurs outils ou archives", letter: "les données se trouvent dans plusieurs outils ou archives, où il faut les chercher une à une" },
  "others-data": { staff: "Données d’autres personnes à protéger", letter: "vos données sont mêlées à celles d’autres personnes, que nous devons protéger" },
  "needs-explaining": { staff: "Données à rendre compréhensibles", letter: "vos données demandent un travail pour être compréhensibles" },
  "several-requests": { staff: "Plusieurs demandes de la même personne", letter: "vous nous avez adressé plusieurs demandes, que nous traitons ensemble" },
  "amount-of-data": { staff: "Beaucoup de données (ne suffit pas seul)", letter: "il y a beaucoup de données à réunir" },
};

const state: Record<RequestState, string> = {
  new: "Nouvelle",
  "awaiting-identity": "Identité demandée",
  "identity-to-check": "Document à vérifier",
  "in-progress": "En cours",
  "awaiting-answer": "Question posée",
  answered: "Répondue",
  "message-after-reply": "Message après la réponse",
  merged: "Réunie à une autre",
  withdrawn: "Retirée",
};

/** The five steps, as the person reads them. */
const stage: Record<Stage, string> = {
  ask: "Demande envoyée",
  check: "Prise en charge et vérification",
  handle: "Examen de votre demande",
  reply: "Rédaction de la réponse",
  retain: "Terminée",
};

const waitingFor: Record<"staff" | "requester" | "department" | "nobody", string> = {
  staff: "À nous d’agir",
  requester: "En attente de la personne",
  department: "En attente d’un service",
  nobody: "Rien n’est attendu",
};

/** One line for staff per kind of event. */
const event: Record<RequestEventType, string> = {
  RequestFiled: "Demande reçue",
  RequestImported: "Reprise d’un autre registre",
  ReceiptProofAdded: "Preuve de réception ajoutée",
  AddressRecorded: "Adresse de la personne enregistrée",
  EmailCodeUsed: "Espace ouvert avec un code envoyé à l’adresse de la demande",
  EvidenceRecorded: "Comparé avec nos données",
  CaseTaken: "Demande prise en charge",
  CaseAssigned: "Demande confiée",
  CaseMoved: "Demande changée d’équipe",
  IdentityRequested: "Preuve d’identité ou de qualité demandée",
  IdentityReceived: "Documents reçus",
  IdentityAccepted: "Identité établie, aucun document gardé",
  IdentityRejected: "Documents non retenus, détruits",
  IdentityLapsed: "Rien n’est arrivé ; la demande de justificatif a pris fin, le délai court de nouveau",
  DirectivesEnded: "Les directives ont pris fin",
  IncidentLinked: "Incident",
  IncidentTold: "Message commun envoyé",
  QuestionAsked: "Question posée à la personne",
  MessageReceived: "Message de la personne",
  ClarificationRequested: "Précision demandée à la personne",
  DeadlineExtended: "Délai prolongé",
  NoteAdded: "Note interne",
  ClaimDecided: "Décision prise",
  ReplyDrafted: "Brouillon de réponse enregistré",
  ReplySent: "Réponse envoyée, demande close",
  RequestReopened: "Demande reprise après un refus faute de justificatif",
  AnotherRightAsked: "Un autre droit demandé, dans une demande à part",
  RequestMerged: "Réunie à une demande plus ancienne",
  DuplicateTaken: "Une demande plus récente, qui répète celle-ci, lui est réunie",
  RequestWithdrawn: "Demande retirée par la personne",
  FileRefusedAsUnsafe: "Fichier jugé dangereux par l’antivirus, détruit",
  ProofsExpired: "Documents détruits au bout de trente jours, sans décision",
  SignalRaised: "Signal : à regarder, ne décide rien",
  ZoneChecked: "Bande de lecture vérifiée",
  TaskAsked: "Demandé à un service",
  TaskAnswered: "Réponse d’un service",
  TaskWithdrawn: "Plus rien à faire pour un service",
  TaskLinkSent: "Nouveau lien envoyé à un service",
  TaskFileRefused: "Fichier d’un service jugé dangereux par l’antivirus, détruit",
  LetterSent: "E-mail envoyé",
  LetterFailed: "E-mail refusé par le serveur du destinataire",
  LetterPosted: "Lettre remise à la poste",
  CaseFilePurged: "Données du dossier effacées au terme de leur conservation",
  DueDateMoved: "Date limite recalculée",
};

/** The same for the person; null where it is not for them. */
const publicEvent: Record<RequestEventType, string | null> = {
  RequestFiled: "Nous avons reçu votre demande",
  RequestImported: "Nous avons reçu votre demande",
  CaseAssigned: null,
  IncidentLinked: null,
  CaseMoved: null,
  CaseTaken: "Une personne de l’équipe s’occupe de votre demande",
  IdentityRequested: "Nous vous avons demandé un document",
  IdentityReceived: "Nous avons reçu vos documents",
  IdentityAccepted: "La vérification est faite ; aucun document n’en est gardé",
  IdentityRejected: "Votre envoi n’a pas pu être retenu ; il est détruit",
  IdentityLapsed: "Nous n’avons rien reçu ; le délai court de nouveau",
  DirectivesEnded: "Vos directives ont été appliquées ou révoquées",
  IncidentTold: "Nous vous avons écrit",
  QuestionAsked: "Nous vous avons posé une question",
  MessageReceived: "Nous avons reçu votre message",
  ClarificationRequested: "Nous vous avons demandé une précision",
  DeadlineExtended: "Nous avons prolongé le délai de réponse",
  EmailCodeUsed: null,
  EvidenceRecorded: null,
  NoteAdded: null,
  ClaimDecided: null,
  ReplyDrafted: null,
  ReplySent: "Nous vous avons répondu",
  RequestReopened: "Nous reprenons votre demande",
  AnotherRightAsked: "Vous avez demandé autre chose, dans une demande à part",
  RequestMerged: "Nous y répondons avec votre demande plus ancienne",
  DuplicateTaken: "Une demande plus récente, qui répétait celle-ci, lui a été réunie",
  RequestWithdrawn: "Vous avez retiré votre demande",
  FileRefusedAsUnsafe: "Par sécurité, un fichier n’a pas pu être gardé ; il est détruit",
  ProofsExpired: "Vos documents ont été détruits sans avoir été vérifiés : nous n’en gardons aucun plus de trente jours",
  SignalRaised: null,
  ZoneChecked: null,
  TaskAsked: null,
  TaskAnswered: null,
  TaskWithdrawn: null,
  TaskLinkSent: null,
  TaskFileRefused: null,
  LetterSent: null,
  LetterFailed: null,
  LetterPosted: null,
  ReceiptProofAdded: null,
  AddressRecorded: null,
  CaseFilePurged: null,
  DueDateMoved: "La date de notre réponse a été recalculée",
};

/** How the reader's language writes a civil date, e.g. "lundi 4 janvier 2027". */
type Format = { date: (date: CalendarDate) => string };

const days = (count: number | undefined) => (count === 1 ? "1 jour" : `${count ?? 0} jours`);
const months = (count: number | undefined) => (count === 1 ? "d’un mois" : `de ${count ?? 0} mois`);
const dated = (date: CalendarDate | undefined, { date: format }: Format) => (date ? `le ${format(date)}` : "");
/** By name, where it has one of its own: a day the law gained lately has none. */
const holiday = (key: HolidayKey | undefined) => (key && key !== "added" ? ` (${holidayNames[key].fr})` : "");
const asked = (about: Step["about"]) => (about === "mandate" ? "une preuve du droit d’agir pour une autre personne" : about === "heirship" ? "une preuve de la qualité d’héritier" : "de quoi vérifier l’identité");
const proofAsked = (about: Step["about"]) => (about === "mandate" ? "La preuve du droit d’agir pour une autre personne" : about === "heirship" ? "La preuve de la qualité d’héritier" : "La vérification de l’identité");

/** The doubt behind a request for proof, and whether it was asked in time: the rule by which it counts or not. */
function howAsked({ asked }: Step): string {
  if (!asked) return "";
  const { why, afterDays, limitDays, grounds } = asked;
  const after = afterDays === 0 ? "Demandé le jour même de la réception" : `Demandé ${days(afterDays)} après la réception`;
  const rule = why === "follow-up" ? "Nouvelle demande : le premier envoi ne suffisait pas." : why === "credited-late" ? `${after} ; suspension accordée malgré ce retard par le délégué à la protection des données.` : `${after} (pour suspendre le délai : ${days(limitDays)} au plus).`;
  return ` ${rule}${grounds.length > 0 ? ` Raison : ${grounds.map((ground) => doubtGround[ground].letter).join(" ; ")}.` : ""}`;
}

/** Why the date is what it is: one sentence per step, the same for staff, for the person and for whoever asks about another company: no “nous”. */
const steps: Record<StepRule, (step: Step, format: Format) => string> = {
  received: ({ after }, format) => `Demande reçue ${dated(after, format)}.`,
  reopened: ({ after }, format) => `Demande reprise après un refus faute de justificatif : le délai court de nouveau depuis ${dated(after, format)}.`,
  "after-death": ({ after }, format) => `La loi ne fixe pas de délai pour les demandes qui concernent une personne décédée ; le même est tenu par choix, compté ${dated(after, format).replace(/^le /, "du ")}.`,
  "after-death-no-limit": ({ after }, format) => `La loi ne fixe pas de délai pour les demandes qui concernent une personne décédée ; la date donnée ici, comptée ${dated(after, format).replace(/^le /, "du ")}, est un objectif.`,
  "posting-not-counted": ({ since }, format) => `La demande est partie ${dated(since, format)} ; le délai court de son arrivée.`,
  "forwarding-not-a-pause": ({ since }, format) => `Demande transmise en interne ${dated(since, format)} ; cela ne retarde pas le délai.`,
  "identity-restart": ({ after }, format) => `Le délai court du jour où l’identité a été établie, ${dated(after, format)}.`,
  "one-month": ({ after }, format) => `Un mois pour répondre, soit ${dated(after, format)}.`,
  extension: (step, format) => `Délai prolongé ${months(step.months)}, soit ${dated(step.after, format)}.`,
  "month-end-clamp": ({ after }, format) => `Ce mois n’a pas de jour de ce numéro ; le délai finit le dernier jour du mois, ${dated(after, format)}.`,
  "identity-pause": (step, format) => `Délai suspendu pendant ${days(step.days)}, du ${step.since ? format.date(step.since) : ""} au ${step.until ? format.date(step.until) : ""}, le temps de recevoir ${asked(step.about)}.${howAsked(step)}`,
  "identity-pause-open": (step, format) => `Délai suspendu depuis ${dated(step.since, format)}, le temps de recevoir ${asked(step.about)} ; date calculée comme si cela arrivait aujourd’hui.${howAsked(step)}`,
  "identity-pause-lapsed": (step, format) => `Délai suspendu pendant ${days(step.days)}, du ${step.since ? format.date(step.since) : ""} au ${step.until ? format.date(step.until) : ""}, le temps de recevoir ${asked(step.about)} ; rien n’est arrivé, et le délai court de nouveau.${howAsked(step)}`,
  "identity-pause-not-credited": (step, format) => `${proofAsked(step.about)} a été demandée ${dated(step.since, format)}, trop tard pour que cela suspende le délai.${howAsked(step)}`,
  "identity-pause-after-limit": (step, format) => `${proofAsked(step.about)} a été demandée ${dated(step.since, format)}, alors que le délai était déjà écoulé : il n’est pas suspendu.${howAsked(step)}`,
  "identity-pause-off": (step, format) => `${proofAsked(step.about)} a été demandée ${dated(step.since, format)} ; cela ne suspend pas le délai.${howAsked(step)}`,
  "identity-pause-unneeded": ({ since }, format) => `L’identité a pu être établie sans le document demandé ${dated(since, format)} : le délai n’a pas été suspendu.`,
  "identity-pause-beside": (step, format) => `${proofAsked(step.about)} a été demandée ${dated(step.since, format)} ; cela ne suspend pas le délai, car une partie de la demande se règle sans elle.`,
  "clarification-pause": (step, format) => `Délai suspendu pendant ${days(step.days)}, du ${step.since ? format.date(step.since) : ""} au ${step.until ? format.date(step.until) : ""}, le temps de préciser la demande.`,
  "clarification-pause-open": (step, format) => `Délai suspendu depuis ${dated(step.since, format)}, le temps de préciser la demande ; date calculée comme si la réponse arrivait aujourd’hui.`,
  "clarification-not-a-pause": (step, format) => `Une précision a été demandée ${dated(step.since, format)} ; cela ne suspend pas le délai.`,
  "extension-from-first-date": ({ after }, format) => `La prolongation se compte de la première date, ce qui mène plus tôt, ${dated(after, format)}.`,
  "rolled-weekend": ({ after }, format) => `Le dernier jour tombe un week-end ; il est reporté au ${format.date(after)}.`,
  "rolled-holiday": (step, format) => `Le dernier jour est férié${holiday(step.holiday)} ; il est reporté au ${format.date(step.after)}.`,
  "extension-too-late": (step, format) => `La prolongation annoncée ${dated(step.since, format)} l’a été trop tard : elle ne compte pas.`,
};

const channel: Record<Channel, string> = {
  portal: "par le formulaire en ligne",
  email: "par e-mail",
  post: "par courrier",
  telephone: "par téléphone",
  counter: "au comptoir",
};

/** The same with the days of a registered letter: both are told, whichever counts. */
function cameBy(by: Channel, { post }: Arrival, { date }: Format): string {
  return post?.kind === "registered" ? `par lettre recommandée, présentée le ${date(post.presentedOn)}, remise le ${date(post.deliveredOn)}` : channel[by];
}

const role: Record<Role, string> = {
  agent: "Agent",
  dpo: "Délégué à la protection des données",
  administrator: "Administrateur",
  auditor: "Auditeur",
};

export const law = {
  right,
  outcome,
  outcomeMeaning,
  refusalGround,
  restrictionGround,
  doubtGround,
  proofKind,
  proofRejection,
  verificationMethod,
  capacity,
  estateWish,
  requesterKind,
  consentPurpose,
  directiveKind,
  otherHeirs,
  destination,
  scope,
  objectionKind,
  filePurpose,
  proofPurpose,
  extensionReason,
  state,
  stage,
  waitingFor,
  event,
  publicEvent,
  channel,
  cameBy,
  step: (step: Step, format: Format): string => steps[step.rule](step, format),
  role,
};
