import type { RetainedThing, RetentionStart } from "@/lib/law/retention";

/** How long a thing is kept from one of its starts, in words. */
type Lasts = (what: RetainedThing, start: RetentionStart) => string;

/** What becomes of the data entrusted to this service. GDPR Art. 13(1) and (2); LIL art. 85 I for directives. */
export const yourData = {
  title: "Vos données dans ce service",
  lead: "À quoi sert ce que vous nous confiez ici, qui le voit, combien de temps nous le gardons, et ce que vous pouvez demander.",
  whoTitle: "Qui en est responsable",
  who: (controller: string, address: string) => `${controller}, ${address}, décide de l’utilisation de ces données.`,
  /** Before an e-mail address. `dpo`: by name where there is one. */
  dpo: (dpo: string | null) => `Délégué à la protection des données${dpo ? ` (${dpo})` : ""} :`,
  whyTitle: "À quoi elles servent",
  why: [
    { purpose: "Répondre à votre demande", basis: "C’est une obligation légale (article 6, paragraphe 1, point c), du RGPD)." },
    { purpose: "Garder la preuve de votre demande et de notre réponse", basis: "Nous y avons un intérêt légitime (point f) du même paragraphe) : pouvoir montrer, en cas de litige, ce qui a été demandé et ce qui a été répondu." },
    { purpose: "Prévenir les fraudes", basis: "Nous y avons un intérêt légitime (point f) du même paragraphe) : ne rien confier à quelqu’un qui se ferait passer pour vous. Nous remarquons une même image envoyée dans deux demandes, et de nombreuses demandes venues d’un même réseau." },
    { purpose: "Enregistrer vos directives pour après votre décès", basis: "Avec votre accord, que vous pouvez retirer à tout moment (article 85 de la loi du 6 janvier 1978)." },
  ],
  noMachine: "Aucun refus n’est décidé par une machine : une personne lit chaque demande et y répond.",
  neededTitle: "Ce qui est nécessaire",
  needed: "Le nom et l’adresse servent à vous retrouver et à vous répondre. Ce qui peut rester vide est marqué « facultatif ». S’il manque ce qui ne l’est pas, nous pourrions ne pas savoir ce que vous demandez, ni à qui répondre.",
  seenTitle: "Qui les voit",
  seen: [
    "L’équipe de protection des données, seule à voir les pièces d’identité.",
    "Les services consultés pour préparer la réponse, pour ce qui les concerne.",
    "Les prestataires qui hébergent ce service et acheminent ses messages, sur nos instructions.",
  ],
  keptTitle: "Combien de temps nous les gardons",
  kept: (lasts: Lasts) => [
    { what: "Une demande commencée et non envoyée", until: `${lasts("draft", "saved")} après le dernier enregistrement, ${lasts("draft", "begun")} au plus après le premier.` },
    { what: "Votre demande, nos échanges et notre réponse", until: `${lasts("case-file", "closed")} après la clôture. Restent ensuite des dates et des décisions, sans rien qui vous désigne.` },
    { what: "Les pièces d’identité, mandats et actes de décès", until: `Jusqu’à leur vérification, et au plus tard ${lasts("identity-document", "received")} après leur arrivée ou à la clôture.` },
    { what: "L’empreinte des images envoyées comme preuves", until: `${lasts("picture-mark", "received")} après l’envoi. Elle ne permet pas de revoir l’image, seulement d’en repérer une seconde copie.` },
    { what: "Les fichiers joints à notre réponse", until: `${lasts("reply-package", "made-available")} après leur mise à disposition.` },
    { what: "Les directives pour après votre décès", until: "Jusqu’à ce qu’elles aient été appliquées ou révoquées." },
    { what: "Le nombre de demandes venues d’un même réseau", until: `${lasts("network-count", "received")}, sans son adresse.` },
  ],
  rightsTitle: "Vos droits sur ces données",
  rights: "Vous avez sur ces données, dans les conditions que prévoit la loi, les droits d’accès, de rectification, d’effacement et de limitation. Vous pouvez aussi vous opposer, pour des raisons tenant à votre situation, à ce qui repose sur notre intérêt légitime.",
  exercise: "Faire une demande ici",
  exerciseOr: "ou écrivez à",
  complaintTitle: "La CNIL",
  /** Where one is about to send, and at the end of a first letter. */
  link: "Ce que deviennent vos données dans ce service",
  beforeSending: "Ce que vous envoyez sert à vous répondre, à en garder la preuve et à prévenir les fraudes.",
  letterTitle: "Vos données",
  letter: (lasts: Lasts, hasDirectives: boolean) => `Les données de cette demande servent à y répondre, à en garder la preuve et à prévenir les fraudes. Elles sont gardées ${hasDirectives ? "jusqu’à ce que vos directives aient été appliquées ou révoquées" : `${lasts("case-file", "closed")} après la clôture`} ; les pièces d’identité sont détruites dès la vérification. Vous avez sur elles les droits d’accès, de rectification, d’effacement, de limitation et d’opposition.`,
  letterMore: { mail: "Qui les voit, sur quel fondement et pour combien de temps.", paper: "Qui les voit, sur quel fondement et pour combien de temps : le détail est publié sur ce service, et nous vous l’envoyons par courrier si vous le demandez." },
};
