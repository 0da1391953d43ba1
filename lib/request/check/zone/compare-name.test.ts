import { expect, test } from "vitest";
import { compareName } from "./compare-name";

const name = (words: string, isCut = false) => ({ words: words.split(" ").filter(Boolean), isCut });
const zone = (text: string, cut: { surname?: boolean; given?: boolean } = {}) => {
  const [surname = "", given = ""] = text.split(" / ");
  return { surname: name(surname, cut.surname), given: name(given, cut.given) };
};

test.each([
  ["DURAND / ANNE", "Anne Durand"],
  ["DURAND / ANNE", "DURAND Anne"],
  ["DURAND / ANNE MARIE LOUISE", "Mme Anne Durand"],
  ["DURAND / ANNE MARIE", "Marie Durand"],
  ["LEFEVRE / HELENE FRANCOISE", "Hélène Lefèvre"],
  ["MUELLER / JUERGEN", "Jürgen Müller"],
  ["MULLER / JURGEN", "Jürgen Müller"],
  ["MUELLER / ASE", "Åse Müller"],
  ["GROSS / BJOERN", "Björn Groß"],
  ["SOERENSEN / AAGE", "Åge Sørensen"],
  ["YILMAZ / ISIK", "Işık Yılmaz"],
  ["LUKASIEWICZ / LUCJA", "Łucja Łukasiewicz"],
  ["OBRIEN / SEAN", "Seán O’Brien"],
  ["D ARTAGNAN / CHARLES", "Charles d'Artagnan"],
  ["LE GOFF / YANN", "Yann Legoff"],
  ["LEGOFF / YANN", "Yann Le Goff"],
  ["DURAND MARTIN / JEAN PIERRE", "Jean-Pierre Durand-Martin"],
  ["DURAND MARTIN / JEAN PIERRE", "Jean Pierre MARTIN DURAND"],
  ["OEUVRARD / CLEMENCE", "Clémence Œuvrard"],
  [" / SUKARNO", "Sukarno"],
  ["SUKARNO", "Sukarno"],
])("%s is %s", (read, typed) => expect(compareName(zone(read), typed)).toEqual({ verdict: "matches", because: [] }));

test.each([
  ["CACADOR DE ARAUJO / ANDRE ESTEV", { given: true }, "André Estêvão Caçador de Araújo"],
  ["PAPANDREOPOULOU CONSTANTI / SOFIA", { surname: true }, "Sofia Papandreopoulou-Constantinidou"],
] as const)("%s, cut where the field ended, is %s", (read, cut, typed) => expect(compareName(zone(read, cut), typed)).toEqual({ verdict: "matches", because: ["cut"] }));

test.each([
  ["DURAND / ANNE", "Anne Martin", ["other-surname"]],
  ["DURAND / ANNE", "Paul Durand", ["other-given-name"]],
  ["DURAND / ANNE", "A. Durand", ["initial"]],
  ["DURAND / ANNE", "Durand", ["other-given-name"]],
  ["DURAND MARTIN / ANNE", "Anne Martin", ["part-of-surname"]],
  ["DURAND MARTIN / ANNE", "Paul Martin", ["part-of-surname", "other-given-name"]],
  ["IVANOVA / OLGA", "Ольга Иванова", ["other-script"]],
  ["DURAND / ANNE", null, ["no-name-typed"]],
  ["DURAND / ANNE", "  ", ["no-name-typed"]],
  ["", "Anne Durand", ["no-name-in-zone"]],
] as const)("%s and %s: cannot tell, %j", (read, typed, because) => expect(compareName(zone(read), typed)).toEqual({ verdict: "cannot-tell", because }));

test.each([
  ["DURAND / ANNE", "Paul Martin"],
  ["DE LA TOUR / ANNE", "Paul de la Fontaine"],
  ["ERIKSSON / ANNA MARIA", "Camille Durand"],
  ["ER / ANNA", "Camille Erard"],
])("%s and %s have nothing in common", (read, typed) => expect(compareName(zone(read), typed)).toEqual({ verdict: "differs", because: ["nothing-in-common"] }));
