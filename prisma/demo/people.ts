/** Invented people. Their addresses end in `.example`, which leads nowhere (RFC 2606). */
export type Person = { name: string; email: string; street: string; customerNumber: string };

const names = {
  fr: [
    "Aurore Delmas", "Bastien Ferrand", "Camille N’Guessan", "Damien Ollivier", "Élodie Vasseur", "Farid Benhaddou", "Ghislaine Cazeneuve", "Hugo Peyronnet",
    "Inès Larrieu", "Joachim Estève", "Karima Zitouni", "Léopold Marchadier", "Maëlys Roquebert", "Nolwenn Kermarrec", "Octave Brissac", "Perrine Soulages",
    "Quentin Audoubert", "Rosalie Montclar", "Sixtine Lavergne", "Théophile Garrigue", "Ursule Pradines", "Victoire Saint-Cyr", "Wassim Chaouch", "Yann Le Dantec",
    "Zoé Castelnau", "Amandine Rey-Bourdel", "Blaise Fontanille", "Clémence Dussaut", "Denis Tréguier", "Esther Wajnberg", "Florian Casabianca", "Germaine Puech",
    "Honorine Vialatte", "Isidore Malbec", "Jeanne Ribeyrol", "Kévin Taillefer", "Lucie Abadie", "Mathurin Coste",
  ],
  en: [
    "Agnes Whitlock", "Brendan O’Carroll", "Cordelia Fairbank", "Dominik Sauer", "Edith Moorcroft", "Fionnuala Byrne", "Gareth Pennywell", "Hanneke de Wit",
    "Ingrid Solheim", "Jasper Thornbury", "Katarzyna Wolska", "Lorcan Daly", "Marigold Ashdown", "Niamh Kavanagh", "Orla Finnegan", "Piotr Zielinski",
    "Rosamund Hale", "Sören Lindqvist", "Tabitha Greaves", "Umberto Ricci", "Vera Holmgren", "Winifred Cope",
  ],
} as const;

const streets = {
  fr: ["12 rue des Filatiers\n31000 Toulouse", "4 impasse du Puits-Vert\n34000 Montpellier", "87 cours de la Marne\n33800 Bordeaux", "3 quai Saint-Antoine\n69002 Lyon", "21 rue du Pré-Botté\n35000 Rennes"],
  en: ["14 Larkspur Lane\nCork\nIreland", "Lindenstraat 7\n3512 Utrecht\nNetherlands", "5 Millrace Court\nGalway\nIreland"],
} as const;

/** The n-th person of a language; the same every time. */
export function person(locale: "fr" | "en", index: number): Person {
  const list = names[locale];
  const name = list[index % list.length] as string;
  const mailbox = name.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z]+/g, ".");
  return {
    name,
    email: `${mailbox}@${locale === "fr" ? "courriel" : "post"}.example`,
    street: streets[locale][index % streets[locale].length] as string,
    customerNumber: `OPT-${String(104_729 + index * 7_919).slice(-6)}`,
  };
}
