import type { InputError } from "@/lib/request/ask/text";
import type { RefusalCode } from "@/lib/request/refusal";

/** What is wrong with a field, and how to mend it. */
const input: Record<InputError, string> = {
  required: "Cette réponse est nécessaire pour continuer",
  "too-long": "Ce texte est trop long, raccourcissez-le un peu",
  "too-short": "Ce texte est trop court",
  email: "Écrivez une adresse e-mail complète, comme prenom.nom@exemple.fr",
  date: "Écrivez une date qui existe, avec le jour, le mois et l’année",
  "date-future": "Cette date est dans l’avenir ; indiquez une date passée",
  "date-old": "Cette date remonte à plus de trois ans ; vérifiez l’année",
  "date-order": "Cette date ne s’accorde pas avec la date de réception ; vérifiez les deux",
  hour: "Écrivez une heure comme 14:05",
  choice: "Choisissez l’une des réponses proposées",
  characters: "Ce texte contient des caractères invisibles ; retapez-le sans le copier",
  "one-line": "Écrivez la réponse sur une seule ligne",
  "password-common": "Ce mot de passe est trop répandu ; choisissez-en un autre, par exemple plusieurs mots sans lien entre eux",
  "password-mismatch": "Les deux mots de passe ne sont pas identiques",
};

/** Better words where a field deserves them. */
const field: Record<string, Partial<Record<InputError, string>>> = {
  name: { required: "Indiquez le prénom et le nom" },
  email: { required: "Indiquez l’adresse e-mail où nous pouvons vous écrire" },
  onBehalf: { required: "Dites si la demande est pour vous ou pour quelqu’un d’autre" },
  representedName: { required: "Indiquez le nom de la personne pour qui vous agissez" },
  scope: { required: "Choisissez toutes vos données ou certaines seulement" },
  field: { required: "Dites quelle donnée est fausse, par exemple « adresse de livraison »" },
  wrongValue: { required: "Recopiez ce que nous avons et qui est faux" },
  rightValue: { required: "Écrivez ce que nous devrions avoir" },
  ground: { required: "Choisissez la raison qui correspond à votre situation" },
  destination: { required: "Dites à qui envoyer les données" },
  recipientName: { required: "Indiquez le nom de l’entreprise qui recevra vos données" },
  recipientContact: { required: "Indiquez comment joindre cette entreprise : une adresse e-mail ou postale" },
  kind: { required: "Dites à quoi vous vous opposez" },
  address: { required: "Indiquez l’adresse e-mail ou le numéro de téléphone à ne plus utiliser" },
  processing: { required: "Dites quelle utilisation de vos données vous voulez arrêter" },
  situation: { required: "Dites en quelques mots ce qui, dans votre situation, justifie cette opposition" },
  purposes: { required: "Cochez au moins un accord à retirer" },
  orderNumber: { required: "Indiquez le numéro de la commande concernée" },
  view: { required: "Donnez votre point de vue, en quelques mots" },
  instructions: { required: "Cochez au moins une directive" },
  details: { required: "Décrivez ce que vous souhaitez" },
  consent: { required: "Cochez la case si vous voulez que nous enregistrions ces directives" },
  diedOn: { required: "Indiquez la date du décès" },
  placeOfDeath: { required: "Indiquez la commune du décès" },
  lastCountry: { required: "Indiquez le dernier pays où la personne a vécu" },
  capacity: { required: "Dites à quel titre vous nous écrivez" },
  relationship: { required: "Dites quel était votre lien avec cette personne" },
  wishes: { required: "Cochez au moins un souhait" },
  otherHeirs: { required: "Dites si les autres héritiers sont d’accord" },
  body: { required: "Écrivez votre message" },
  grounds: { required: "Choisissez au moins un motif", choice: "Une réponse sensible ne suffit pas : choisissez aussi ce qui fait douter de l’identité" },
  kinds: { required: "Choisissez au moins un type de document" },
  method: { required: "Dites comment l’identité a été établie" },
  reason: { required: "Dites pourquoi le document n’est pas retenu" },
  outcome: { required: "Choisissez une décision" },
  explanation: { required: "Expliquez les faits à la personne : une décision défavorable doit être motivée" },
  reference: { required: "Indiquez la référence de votre demande, comme K7QF-2M95", choice: "Cette référence n’est pas complète ; elle a huit lettres ou chiffres, comme K7QF-2M95" },
  code: { required: "Tapez les six chiffres du code reçu par e-mail" },
  password: { required: "Écrivez un mot de passe", "too-short": "Choisissez un mot de passe d’au moins 12 caractères", "too-long": "Choisissez un mot de passe d’au plus 128 caractères" },
};

/** Why the law or the case says no. `source`: the provision, where there is one. */
const refusal: Record<RefusalCode, { message: string; source: string | null }> = {
  "changed-meanwhile": { message: "Quelqu’un a agi sur cette demande entre-temps. Rien n’a été enregistré ni perdu : relisez la demande, puis recommencez.", source: null },
  "not-allowed-now": { message: "Cette action n’est pas possible dans l’état actuel de la demande.", source: null },
  "no-permission": { message: "Votre rôle ne permet pas cette action.", source: null },
  "already-taken": { message: "Vous avez déjà pris cette demande.", source: null },
  "identity-never-asked": { message: "Aucune identité n’est demandée pour ce droit.", source: "RGPD art. 7(3), 21(3)" },
  "identity-already-verified": { message: "L’identité est déjà établie ; rien de plus ne peut être demandé.", source: "RGPD art. 12(6)" },
  "nothing-to-check": { message: "Aucun document n’attend de vérification.", source: null },
  "no-file": { message: "Un document manque. Ajoutez-le, puis envoyez de nouveau.", source: null },
  "no-address": { message: "Cette personne n’a laissé ni adresse e-mail ni adresse postale ; il n’est pas possible de lui écrire.", source: null },
  "address-known": { message: "Une adresse est déjà connue. Elle ne se remplace pas d’ici : celui qui le demande pourrait être quelqu’un d’autre.", source: null },
  "letter-unknown": { message: "Cette lettre n’attend pas d’être postée : elle l’a déjà été, ou elle est partie par e-mail.", source: null },
  "posting-date-wrong": { message: "La date de remise à la poste va du jour de la lettre à aujourd’hui. Corrigez-la.", source: null },
  "ground-missing": { message: "Un refus, même partiel, doit donner un motif.", source: "RGPD art. 12(4)" },
  "ground-not-for-this-right": { message: "Ce motif ne convient pas à ce droit ou à cette décision : choisissez-en un autre. Les droits d’autrui ne limitent que la copie des données : accordez alors le reste.", source: "RGPD art. 12(4)" },
  "outcome-not-for-this-right": { message: "Cette décision n’existe pas pour ce droit. Choisissez-en une dans la liste.", source: null },
  "claim-unknown": { message: "Ce droit ne fait pas partie de la demande.", source: null },
  "claims-undecided": { message: "Décidez d’abord de chacun des droits demandés ; la réponse les traite tous.", source: "RGPD art. 12(3)" },
  "identity-unsettled": { message: "La question de l’identité est encore ouverte : acceptez ou écartez d’abord le document. Si rien n’est arrivé malgré votre demande, seul un refus pour identité, mandat ou qualité non établis est possible.", source: "RGPD art. 12(6)" },
  "reply-empty": { message: "La réponse est encore vide. Écrivez-la et enregistrez-la avant de l’envoyer.", source: null },
  "reply-incomplete": { message: "La réponse contient encore un passage à compléter entre crochets [ ]. Complétez-le ou retirez-le, enregistrez, puis envoyez.", source: null },
  "remedies-missing": { message: "Une réponse qui refuse doit indiquer les deux recours : l’autorité de contrôle (la CNIL) et le juge. Ajoutez-les.", source: "RGPD art. 12(4)" },
  "only-dpo-sends-refusal": { message: "Seul le délégué à la protection des données peut envoyer une réponse qui refuse. La réponse est enregistrée ; demandez-lui de l’envoyer.", source: null },
  "reviewer-took-the-case": { message: "Le réexamen doit être confié à une autre personne que celle qui a pris la décision.", source: "RGPD art. 22(3)" },
  "too-many-files": { message: "Une demande peut contenir cinq documents au plus. Retirez-en avant d’en ajouter.", source: null },
  "draft-gone": { message: "Cette demande en préparation n’existe plus : elle a été envoyée, ou 24 heures ont passé. Vous pouvez en commencer une autre.", source: null },
  "nothing-asked": { message: "Il manque encore des réponses. Complétez les pages signalées, puis envoyez.", source: null },
};

/** Why a file was not taken. */
const upload = {
  type: "Ce fichier n’est ni une photo JPEG ou PNG, ni un PDF. Choisissez-en un autre, ou prenez une photo du document.",
  "too-large": "Ce fichier dépasse 10 Mo. Choisissez une photo moins lourde ou un PDF plus court.",
  empty: "Ce fichier est vide. Vérifiez qu’il s’ouvre sur votre appareil, puis choisissez-le de nouveau.",
  "too-many": "Cinq fichiers au plus peuvent être joints. Retirez-en un avant d’en ajouter.",
  malformed: "Ce fichier est abîmé et ne peut pas être ouvert. Refaites la photo ou le PDF, puis réessayez.",
  limit: "Ce document est trop grand à traiter : 30 pages et 40 mégapixels au plus. Envoyez seulement les pages utiles.",
  encrypted: "Ce PDF est protégé par un mot de passe. Envoyez-en une copie sans mot de passe.",
  "storage-full": "Nous ne pouvons pas recevoir de fichier en ce moment. Votre texte est gardé ; réessayez un peu plus tard.",
  aborted: "L’envoi s’est interrompu. Vérifiez votre connexion, puis réessayez.",
  expired: "Votre session a pris fin avant l’envoi du fichier. Reprenez la page, puis choisissez-le de nouveau.",
};

/** A fault on our side while a form was sent. */
const fault = (code: string) => `Quelque chose n’a pas fonctionné de notre côté. Ce que vous avez écrit est toujours là : réessayez dans un moment. Si cela continue, écrivez-nous en citant ce code : ${code}.`;

export const errors = { input, field, refusal, upload, fault };
