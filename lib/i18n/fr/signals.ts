import type { ShownName } from "@/lib/request/check/shown-signals";
import type { NameReason, NameVerdict } from "@/lib/request/check/zone/compare-name";
import type { ZoneField, ZoneKind } from "@/lib/request/check/zone/read-zone";

type Explained = { name: string; says: string; not: string; todo: string };

const signal: Record<ShownName, Explained> = {
  "same-picture": {
    name: "Une image déjà reçue dans une autre demande",
    says: "Un document de cette demande et un document de l’autre sont exactement la même image.",
    not: "Ce n’est pas une fraude en soi : un proche aide plusieurs personnes, un avocat joint le même mandat, quelqu’un a changé d’adresse e-mail.",
    todo: "Ouvrez l’autre demande et comparez les noms. S’ils diffèrent sans raison visible, posez la question à la personne.",
  },
  "similar-picture": {
    name: "Une image très proche d’une image reçue dans une autre demande",
    says: "Un document de cette demande ressemble beaucoup à un document de l’autre : réduit, recomprimé ou recadré de peu, ce serait la même image.",
    not: "La ressemblance est calculée sans l’image, détruite ou non : deux documents du même modèle, où presque tout est caché, peuvent être confondus.",
    todo: "Ouvrez l’autre demande et comparez les noms. Sans autre élément, n’en tenez pas compte.",
  },
  "blank-picture": {
    name: "Une image où l’on ne voit rien",
    says: "Toutes les pages d’un document sont d’une seule teinte.",
    not: "Le plus souvent l’envoi a mal tourné, ou tout a été caché par erreur.",
    todo: "Regardez le document. S’il est illisible, refusez-le pour cette raison : la personne pourra l’envoyer à nouveau.",
  },
  "tiny-picture": {
    name: "Une image trop petite pour être lue",
    says: "Le plus grand côté d’un document fait moins de 400 points.",
    not: "Souvent une miniature envoyée à la place de la photo.",
    todo: "Regardez le document. S’il est illisible, refusez-le pour cette raison : la personne pourra l’envoyer à nouveau.",
  },
  "many-from-one-network": {
    name: "Plus de cinq demandes du même réseau en un jour",
    says: "Avant celle-ci, au moins cinq demandes sont venues du même réseau en vingt-quatre heures. Son adresse n’est pas gardée.",
    not: "Une entreprise, une école, une association ou un opérateur mobile partagent un réseau. Une demande n’est pas excessive parce que d’autres viennent du même endroit.",
    todo: "Traitez-la comme les autres. Si plusieurs demandes récentes se ressemblent mot pour mot, parlez-en au délégué.",
  },
  "other-email": {
    name: "Une adresse e-mail autre que celle de la commande",
    says: "Une personne de l’équipe a comparé : l’adresse de la demande n’est pas celle que nous connaissons pour ce client.",
    not: "On change d’adresse, on commande avec celle d’un proche, on en garde une pour les démarches. L’adresse seule ne dit pas qui écrit.",
    todo: "Regardez si un numéro de commande et un code postal correspondent, ou posez la question à la personne. N’envoyez rien à l’adresse connue qui révèle la demande.",
  },
  "zone-digits": {
    name: "Des chiffres de contrôle ne tombent pas juste",
    says: "Dans la bande de lecture qui a été tapée, un calcul ne donne pas le chiffre imprimé.",
    not: "C’est d’abord une faute de frappe : O et 0, I et 1, B et 8, ou un chevron de trop.",
    todo: "Relisez la bande et tapez-la à nouveau ci-dessous. Si le résultat reste le même, regardez le document de plus près.",
  },
  "zone-name": {
    name: "La bande de lecture porte un autre nom",
    says: "Aucun mot du nom donné dans la demande ne se trouve dans la bande de lecture.",
    not: "Un pseudonyme, un nom d’usage, un document joint par erreur ou celui d’un représentant l’expliquent aussi.",
    todo: "Comparez avec le nom imprimé. S’il est bien différent, posez la question à la personne avant de refuser.",
  },
};

const kind: Record<ZoneKind, string> = {
  td1: "carte, trois lignes",
  td2: "carte, deux lignes",
  td3: "passeport",
  "french-card": "carte d’identité française d’avant 2021",
};
const field: Record<ZoneField, string> = { number: "numéro", birth: "date de naissance", expiry: "date de validité", optional: "données facultatives", whole: "ensemble" };
const verdict: Record<NameVerdict, string> = { matches: "Le nom correspond.", "cannot-tell": "Le nom ne permet pas de conclure.", differs: "Le nom n’a rien de commun avec celui de la demande." };
const reason: Record<NameReason, string> = {
  cut: "La bande coupe les noms trop longs.",
  "part-of-surname": "Seule une partie du nom de famille est la même : un nom composé ou d’usage.",
  "other-surname": "Le prénom est le même, le nom de famille non : nom de naissance, d’usage ou de mariage.",
  "other-given-name": "Le nom de famille est le même, aucun prénom ne l’est : un autre prénom usuel, ou un proche.",
  initial: "La demande ne donne qu’une initiale.",
  "other-script": "Le nom de la demande est écrit dans un autre alphabet.",
  "no-name-typed": "La demande ne donne aucun nom.",
  "no-name-in-zone": "La bande ne porte pas de nom.",
  "nothing-in-common": "Aucun mot n’est commun.",
};

/** What struck the machine, for staff alone: explained, never deciding. */
export const signals = {
  title: "Signaux",
  lead: "Ce que la machine a remarqué, ou un collègue en comparant. Rien n’en dépend : ni le délai, ni une décision. Un signal n’est pas, à lui seul, un doute raisonnable sur l’identité (RGPD, art. 12(6)). La personne ne le voit pas.",
  signal,
  says: "Ce que cela dit",
  not: "Ce que cela ne dit pas",
  todo: "Que faire",
  explained: "Ce que cela veut dire, et que faire",
  other: (reference: string) => `Demande ${reference}`,
  samePerson: "Les deux demandes donnent la même adresse e-mail : le plus souvent, la même personne a écrit deux fois.",
  zone: {
    title: "Bande de lecture visible ? La vérifier",
    hint: "Les lignes de lettres, de chiffres et de « < » en bas d’un document. La personne est invitée à les cacher : leur absence ne dit rien.",
    label: "Lignes de la bande",
    fieldHint: "Telles qu’elles sont imprimées, chevrons compris. Elles servent à ce calcul puis sont oubliées : seul le résultat reste au dossier.",
    submit: "Vérifier la bande",
    result: "Dernière vérification",
    kind,
    digits: (failed: readonly ZoneField[]): string =>
      failed.length === 0
        ? "Les chiffres de contrôle tombent juste. Chacun peut les calculer : cela ne prouve pas que le document est authentique."
        : `Chiffres de contrôle qui ne tombent pas juste : ${failed.map((each) => field[each]).join(", ")}.`,
    verdict,
    reason,
  },
};
