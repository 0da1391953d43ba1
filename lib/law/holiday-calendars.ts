// Which public holidays are in force where. Code du travail L3133-1 (the eleven), L3134-13 (Alsace-Moselle), L3422-2 (overseas).
// https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006072050/LEGISCTA000033008129

/** Calendars: mainland, Alsace-Moselle, Guadeloupe, Martinique, Guyane, La Réunion, Mayotte, Saint-Martin, Saint-Barthélemy. */
export const holidayCalendars = ["FR", "FR-AM", "FR-GP", "FR-MQ", "FR-GF", "FR-RE", "FR-YT", "FR-MF", "FR-BL"] as const;
/** The calendar of the place where the controller acts, not the customer's. Reg. 1182/71 art. 2(1). */
export type HolidayCalendar = (typeof holidayCalendars)[number];

/** Public holidays by name; `added` is a day the controller added because the law gained one. */
export const holidayNames = {
  "new-year": { fr: "Jour de l’An", en: "New Year’s Day" },
  "good-friday": { fr: "Vendredi saint", en: "Good Friday" },
  "easter-monday": { fr: "Lundi de Pâques", en: "Easter Monday" },
  "labour-day": { fr: "Fête du Travail", en: "Labour Day" },
  "victory-1945": { fr: "Victoire 1945", en: "Victory Day 1945" },
  ascension: { fr: "Ascension", en: "Ascension Day" },
  "whit-monday": { fr: "Lundi de Pentecôte", en: "Whit Monday" },
  "national-day": { fr: "Fête nationale", en: "Bastille Day" },
  assumption: { fr: "Assomption", en: "Assumption Day" },
  "all-saints": { fr: "Toussaint", en: "All Saints’ Day" },
  "armistice-1918": { fr: "Armistice 1918", en: "Armistice Day 1918" },
  christmas: { fr: "Noël", en: "Christmas Day" },
  "second-christmas-day": { fr: "Saint-Étienne (26 décembre)", en: "Second day of Christmas" },
  "abolition-of-slavery": { fr: "Abolition de l’esclavage", en: "Abolition of Slavery" },
  added: { fr: "Jour férié", en: "Public holiday" },
} as const;
export type HolidayKey = keyof typeof holidayNames;

/** A day "MM-DD", or days after Easter Sunday ("easter 39"), in the notation of the holiday library. */
export type HolidayRule = readonly [rule: string, key: HolidayKey];

/** Holidays everywhere in France. L3133-1. Fixed days first: where two meet, the fixed one gives the name. */
export const nationalHolidays: readonly HolidayRule[] = [
  ["01-01", "new-year"],
  ["05-01", "labour-day"],
  ["05-08", "victory-1945"],
  ["07-14", "national-day"],
  ["08-15", "assumption"],
  ["11-01", "all-saints"],
  ["11-11", "armistice-1918"],
  ["12-25", "christmas"],
  ["easter 1", "easter-monday"],
  ["easter 39", "ascension"],
  ["easter 50", "whit-monday"],
];

/** Holidays of one territory on top of the national ones. L3134-13, L3422-2; the official list (Etalab) agrees. */
export const territorialHolidays: Record<HolidayCalendar, readonly HolidayRule[]> = {
  FR: [],
  "FR-AM": [["easter -2", "good-friday"], ["12-26", "second-christmas-day"]],
  "FR-GP": [["05-27", "abolition-of-slavery"]],
  "FR-MQ": [["05-22", "abolition-of-slavery"]],
  "FR-GF": [["06-10", "abolition-of-slavery"]],
  "FR-RE": [["12-20", "abolition-of-slavery"]],
  "FR-YT": [["04-27", "abolition-of-slavery"]],
  "FR-MF": [["05-28", "abolition-of-slavery"]],
  "FR-BL": [["10-09", "abolition-of-slavery"]],
};

const timeZones: Record<HolidayCalendar, string> = {
  FR: "Europe/Paris",
  "FR-AM": "Europe/Paris",
  "FR-GP": "America/Guadeloupe",
  "FR-MQ": "America/Martinique",
  "FR-GF": "America/Cayenne",
  "FR-RE": "Indian/Reunion",
  "FR-YT": "Indian/Mayotte",
  "FR-MF": "America/Marigot",
  "FR-BL": "America/St_Barthelemy",
};

/** The IANA time zone in which the days of a calendar begin and end. */
export function timeZoneOf(calendar: HolidayCalendar): string {
  return timeZones[calendar];
}
