// Machine-readable zones: ICAO Doc 9303 part 3 (check digits, names), parts 4 (TD3), 5 (TD1) and 6 (TD2); the French identity
// card of 1988–2021 has two lines of 36 and digits of its own. https://www.icao.int/publications/doc-series/doc-9303
import { isDigitOf } from "./check-digit";

export const zoneKinds = ["td1", "td2", "td3", "french-card"] as const;
export type ZoneKind = (typeof zoneKinds)[number];
/** What has a check digit; `whole` is the one over most of the zone. */
export const zoneFields = ["number", "birth", "expiry", "optional", "whole"] as const;
export type ZoneField = (typeof zoneFields)[number];

/** Words of a name in a zone. `isCut`: the field was full, its last word may go on. */
export type ZoneName = { words: string[]; isCut: boolean };
/** What is told of a zone: never a number, a date or a nationality. */
export type Zone = { kind: ZoneKind; failed: ZoneField[]; surname: ZoneName; given: ZoneName };

/** The zone somebody typed, however they broke its lines; null when it is none of the kinds we know. */
export function readZone(typed: string): Zone | null {
  const text = typed.toUpperCase().replace(/[«≪]/g, "<<").replace(/[‹＜]/g, "<").replace(/\s+/g, "");
  if (!/^[A-Z0-9<]+$/.test(text)) return null;
  if (text.length === 90 && /^[ACI]/.test(text)) return td1(text.slice(0, 30), text.slice(30, 60), text.slice(60));
  if (text.length === 88 && text.startsWith("P")) return td3(text.slice(0, 44), text.slice(44));
  if (text.length === 72 && text.startsWith("IDFRA")) return frenchCard(text.slice(0, 36), text.slice(36));
  if (text.length === 72 && /^[ACI]/.test(text)) return td2(text.slice(0, 36), text.slice(36));
  return null;
}

function td1(first: string, second: string, names: string): Zone {
  return {
    kind: "td1",
    failed: failedOf({
      number: isNumberRight(first.slice(5, 14), first.charAt(14), first.slice(15)),
      ...datesOf(second.slice(0, 7), second.slice(8, 15)),
      whole: isDigitOf(first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29), second.charAt(29)),
    }),
    ...namesOf(names),
  };
}

function td2(first: string, second: string): Zone {
  return {
    kind: "td2",
    failed: failedOf({
      number: isNumberRight(second.slice(0, 9), second.charAt(9), second.slice(28, 35)),
      ...datesOf(second.slice(13, 20), second.slice(21, 28)),
      whole: isDigitOf(second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 35), second.charAt(35)),
    }),
    ...namesOf(first.slice(5)),
  };
}

function td3(first: string, second: string): Zone {
  const optional = second.slice(28, 42);
  return {
    kind: "td3",
    failed: failedOf({
      number: isDigitOf(second.slice(0, 9), second.charAt(9)),
      ...datesOf(second.slice(13, 20), second.slice(21, 28)),
      // Its digit may be left out where the field is empty.
      optional: isDigitOf(optional, second.charAt(42)) || /^<+$/.test(optional + second.charAt(42)),
      whole: isDigitOf(second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 43), second.charAt(43)),
    }),
    ...namesOf(first.slice(5)),
  };
}

function frenchCard(first: string, second: string): Zone {
  return {
    kind: "french-card",
    failed: failedOf({
      number: isDigitOf(second.slice(0, 12), second.charAt(12)),
      birth: isDigitOf(second.slice(27, 33), second.charAt(33)),
      whole: isDigitOf(first + second.slice(0, 35), second.charAt(35)),
    }),
    surname: nameOf(first.slice(5, 30)),
    given: nameOf(second.slice(13, 27)),
  };
}

function datesOf(birth: string, expiry: string): { birth: boolean; expiry: boolean } {
  return { birth: isDigitOf(birth.slice(0, 6), birth.charAt(6)), expiry: isDigitOf(expiry.slice(0, 6), expiry.charAt(6)) };
}

/** A number longer than its field goes on in the next one, its digit last: Doc 9303 part 5, 4.2.2, note j. */
function isNumberRight(number: string, digit: string, next: string): boolean {
  if (digit !== "<") return isDigitOf(number, digit);
  const rest = next.split("<", 1)[0] ?? "";
  return isDigitOf(number + rest.slice(0, -1), rest.slice(-1));
}

function failedOf(right: Partial<Record<ZoneField, boolean>>): ZoneField[] {
  return zoneFields.filter((field) => right[field] === false);
}

/** Surname and given names of one field: two fillers between them. */
function namesOf(field: string): { surname: ZoneName; given: ZoneName } {
  const [surname = "", ...given] = field.split("<<");
  return { surname: nameOf(surname, given.length === 0), given: nameOf(given.join("<"), !field.endsWith("<")) };
}

function nameOf(field: string, isCut = !field.endsWith("<")): ZoneName {
  return { words: field.split("<").filter((word) => word !== ""), isCut };
}
