import type { ComparedFact, Comparison, Rung, RungStanding } from "@/lib/law/ladder";
import type { CheckAdvice } from "@/lib/request/check/evidence";

const compared: Record<ComparedFact, Record<"field" | "matches" | "differs", string>> = {
  email: { field: "L’adresse e-mail est-elle celle de la commande ou du compte ?", matches: "L’adresse e-mail est celle de la commande ou du compte", differs: "L’adresse e-mail n’est pas celle de la commande ou du compte" },
  orderNumber: { field: "Le numéro de client ou de commande est-il le sien ?", matches: "Le numéro de client ou de commande concorde", differs: "Le numéro de client ou de commande ne concorde pas" },
  postcode: { field: "Le code postal est-il celui de la commande ?", matches: "Le code postal concorde", differs: "Le code postal ne concorde pas" },
};

const comparison: Record<Comparison, string> = { matches: "Oui, cela concorde", differs: "Non, cela diffère", "not-looked-at": "Pas regardé" };

const rung: Record<Rung, { name: string; about: string }> = {
  account: { name: "Connexion au compte client", about: "Ce portail n’a pas de compte : cet échelon n’existe pas ici." },
  "email-on-file": { name: "L’adresse e-mail connue", about: "Un code ouvre l’espace, et cette adresse est celle de la commande ou du compte. Assez pour la plupart des réponses." },
  "known-facts": { name: "Des faits que la personne connaît", about: "Numéro de client ou de commande et code postal concordent." },
  document: { name: "Un document, partiellement masqué", about: "Seulement sur un doute noté, et détruit aussitôt vu." },
  "registered-letter": { name: "La réponse en recommandé", about: "En dernier recours, remise contre signature à l’adresse connue." },
};

const rungStanding: Record<RungStanding, string> = {
  "not-offered": "Pas ici",
  open: "Non utilisé",
  partly: "Commencé",
  against: "Ne concorde pas",
  reached: "Fait",
};

const advice: Record<CheckAdvice, string> = {
  "look-at-documents": "Des documents attendent : regardez-les, puis acceptez-les ou refusez-les. Ils sont détruits dès votre décision.",
  "papers-of-heirs": "Après un décès, l’identité, le décès et la qualité pour agir se prouvent (décret 2019-536, art. 124). Ce qui est sans danger, comme faire cesser les courriers, n’attend pas ces preuves.",
  "mandate-first": "La personne agit pour quelqu’un d’autre : il faut un mandat, un jugement ou une preuve de l’autorité parentale. La pièce d’identité de la personne représentée ne se demande qu’en cas de doute.",
  "wait-or-compare": "Un justificatif est attendu. Si vous pouvez comparer ce qui est connu sans lui, l’identité peut s’établir avant qu’il n’arrive.",
  "something-differs": "Quelque chose diffère. Une adresse change, un nom aussi : posez d’abord une question. Si le doute demeure, il est raisonnable et permet de demander un document.",
  "email-enough": "L’adresse connue ouvre l’espace : c’est assez pour la plupart des réponses. Établissez l’identité par le code, sans rien demander de plus.",
  "facts-enough": "Les faits connus concordent : c’est assez pour la plupart des réponses. Établissez l’identité ainsi, sans rien demander de plus.",
  "compare-email": "La personne a ouvert son espace avec un code. Comparez cette adresse à celle de la commande ou du compte : si elle concorde, c’est assez pour la plupart des réponses.",
  "compare-facts": "Comparez d’abord ce que la personne a donné avec vos données : c’est souvent assez, et rien n’est à demander.",
};

/** What is known about who asks, and how far that goes. */
export const evidence = {
  title: "Ce que l’on sait de qui demande",
  none: "Rien de plus que le nom donné dans la demande.",
  fact: {
    "email-code": { what: "L’adresse de la demande ouvre l’espace", how: (date: string) => `Un code envoyé à cette adresse a été saisi le ${date}` },
    "came-by-email": { what: "La demande est venue par e-mail", how: "Une adresse d’expéditeur se contrefait : cela ne suffit pas seul" },
    "number-given": { what: "Un numéro de client ou de commande est donné", how: "Dit dans la demande" },
    "postal-address-given": { what: "Une adresse postale est donnée", how: "Dite dans la demande" },
    "mandate-lacking": { what: "Agit pour quelqu’un d’autre", how: "Aucun mandat n’attend d’être vu" },
    documents: { what: "Des documents sont arrivés", how: (kinds: string) => `À vérifier : ${kinds}` },
  },
  comparedBy: (name: string, date: string) => `Comparé par ${name} le ${date}`,
  compared,
  comparison,
  ladder: "Jusqu’où aller",
  ladderHint: "Le plus léger d’abord, et plus haut seulement si la réponse est sensible. Aucun document sans doute noté (RGPD, art. 12(6)).",
  rung,
  rungStanding,
  next: "À faire maintenant",
  advice,
  compare: "Noter ce que vous avez comparé",
  compareHint: "Seul le résultat est gardé, jamais la valeur. Ce que vous notez remplace ce qui l’était.",
  given: (value: string) => `Donné : ${value}`,
  notGiven: "Rien n’est donné dans la demande",
  compareSubmit: "Noter le résultat",
  methodHint: {
    codeNotCompared: "Cette adresse ouvre l’espace, mais personne n’a noté que c’est celle de la commande ou du compte.",
    codeDiffers: "Attention : l’adresse notée diffère de celle de la commande ou du compte.",
    factsNotCompared: "Rien n’est noté comme concordant : notez d’abord ce que vous avez comparé, c’est la preuve de ce que vous avez vu.",
    factsDiffer: "Attention : quelque chose de ce qui est noté ne concorde pas.",
  },
  noCode: "Le code par e-mail n’est pas proposé : personne n’a encore ouvert l’espace de cette demande.",
};
