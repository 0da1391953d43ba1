// Where each rule comes from: what may be shown beside a date, a refusal or a letter, with its official link.
// Texts: https://eur-lex.europa.eu · https://www.legifrance.gouv.fr · https://www.edpb.europa.eu · https://www.cnil.fr

/**
 * A source as data. `label`: short, beside a date; `citation`: as a letter writes it, where that differs.
 * `quotable: false`: to be confirmed with counsel; never show it to a person.
 */
export type Source = { label: { fr: string; en: string }; citation?: { fr: string; en: string }; url: { fr: string; en: string } | null; quotable: boolean };

const gdprUrl = both("https://eur-lex.europa.eu/eli/reg/2016/679/oj/fra", "https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng");
const timeUrl = both("https://eur-lex.europa.eu/eli/reg/1971/1182/oj/fra", "https://eur-lex.europa.eu/eli/reg/1971/1182/oj/eng");
const lilUrl = one("https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000886460");
const decreeUrl = one("https://www.legifrance.gouv.fr/loda/id/JORFTEXT000038528420");
const edpbUrl = one("https://www.edpb.europa.eu/system/files/2023-04/edpb_guidelines_202201_data_subject_rights_access_v2_en.pdf");

/** Every source the law folder cites. */
export const sources = {
  "gdpr-5-1-c": gdpr("5(1)(c)"),
  "gdpr-5-1-e": gdpr("5(1)(e)"),
  "gdpr-7-3": gdpr("7(3)"),
  "gdpr-11-2": gdpr("11(2)"),
  "gdpr-12-2": gdpr("12(2)"),
  "gdpr-12-3": gdpr("12(3)"),
  "gdpr-12-4": gdpr("12(4)"),
  "gdpr-12-5": gdpr("12(5)"),
  "gdpr-12-6": gdpr("12(6)"),
  "gdpr-13-1-f": gdpr("13(1)(f)"),
  "gdpr-15": gdpr("15"),
  "gdpr-15-2": gdpr("15(2)"),
  "gdpr-15-4": gdpr("15(4)"),
  "gdpr-16": gdpr("16"),
  "gdpr-17": gdpr("17"),
  "gdpr-17-1": gdpr("17(1)"),
  "gdpr-17-3-a": gdpr("17(3)(a)"),
  "gdpr-17-3-b": gdpr("17(3)(b)"),
  "gdpr-17-3-e": gdpr("17(3)(e)"),
  "gdpr-18": gdpr("18"),
  "gdpr-18-1": gdpr("18(1)"),
  "gdpr-18-1-a": gdpr("18(1)(a)"),
  "gdpr-18-1-b": gdpr("18(1)(b)"),
  "gdpr-18-1-c": gdpr("18(1)(c)"),
  "gdpr-18-1-d": gdpr("18(1)(d)"),
  "gdpr-18-3": gdpr("18(3)"),
  "gdpr-19": gdpr("19"),
  "gdpr-20": gdpr("20"),
  "gdpr-20-1": gdpr("20(1)"),
  "gdpr-20-4": gdpr("20(4)"),
  "gdpr-21": gdpr("21"),
  "gdpr-21-1": gdpr("21(1)"),
  "gdpr-21-2": gdpr("21(2)"),
  "gdpr-21-3": gdpr("21(3)"),
  "gdpr-22-1": gdpr("22(1)"),
  "gdpr-22-3": gdpr("22(3)"),
  "gdpr-46": gdpr("46"),
  "gdpr-77": gdpr("77"),
  "gdpr-79": gdpr("79"),
  "reg-1182-71-2-1": regulation1182("2(1)", false),
  "reg-1182-71-3-1": regulation1182("3(1)"),
  "reg-1182-71-3-2-c": regulation1182("3(2)(c)"),
  "reg-1182-71-3-3": regulation1182("3(3)", false),
  "reg-1182-71-3-4": regulation1182("3(4)"),
  toeters: { label: label("CJUE, C-171/03, Toeters", "CJEU, C-171/03, Toeters"), url: celex("62003CJ0171"), quotable: true },
  "brillen-rottler": { label: label("CJUE, C-526/24, Brillen Rottler", "CJEU, C-526/24, Brillen Rottler"), url: celex("62024CJ0526"), quotable: true },
  "edpb-01-2022": { label: label("CEPD, lignes directrices 01/2022, 5.3", "EDPB Guidelines 01/2022, 5.3"), url: edpbUrl, quotable: true },
  "edpb-01-2022-receipt": { label: label("CEPD, lignes directrices 01/2022, 5.3 (réception)", "EDPB Guidelines 01/2022, 5.3 (receipt)"), url: edpbUrl, quotable: false },
  "edpb-01-2022-clarification": { label: label("CEPD, lignes directrices 01/2022, 5.3 (précision)", "EDPB Guidelines 01/2022, 5.3 (specification)"), url: edpbUrl, quotable: false },
  "lil-84": lil("84"),
  "lil-85": lil("85"),
  "lil-85-1": lil("85, I"),
  "lil-85-2": lil("85, II"),
  "lil-86": lil("86", false),
  "decree-2019-536-77": decree("77"),
  "decree-2019-536-77-suspension": { ...decree("77", false), label: label("décret 2019-536 art. 77 (suspension)", "decree 2019-536 Art. 77 (suspension)") },
  "decree-2019-536-77-mandate": { ...decree("77", false), label: label("décret 2019-536 art. 77 (mandat)", "decree 2019-536 Art. 77 (mandate)") },
  "decree-2019-536-124": decree("124"),
  "labour-code-l3133-1": code("code du travail", "Labour Code", "L3133-1", "LEGITEXT000006072050", true),
  "civil-code-2224": code("code civil", "Civil Code", "2224", "LEGITEXT000006070721", false),
  "consumer-code-l213-1": code("code de la consommation", "Consumer Code", "L213-1", "LEGITEXT000032227301", false),
  "commercial-code-l123-22": code("code de commerce", "Commercial Code", "L123-22", "LEGITEXT000005634379", false),
  "tax-procedures-l102-b": code("livre des procédures fiscales", "Tax Procedures Code", "L102 B", "LEGITEXT000006069583", false),
  "criminal-code-226-15": code("code pénal", "Criminal Code", "226-15", "LEGITEXT000006070719", false),
  "cnil-2018-303": { label: label("CNIL, délibération 2018-303", "CNIL, deliberation 2018-303"), url: one("https://www.cnil.fr"), quotable: false },
  "cnil-2021-070": { label: label("CNIL, délibération 2021-070", "CNIL, deliberation 2021-070"), url: one("https://www.cnil.fr"), quotable: false },
  "cnil-carrefour": {
    label: label("CNIL, SAN-2020-008, Carrefour France", "CNIL, SAN-2020-008, Carrefour France"),
    url: one("https://www.legifrance.gouv.fr/cnil/id/CNILTEXT000042563756"),
    quotable: true,
  },
  "controller-policy": { label: label("notre engagement", "our own rule"), url: null, quotable: true },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof sources;
export const sourceIds = Object.keys(sources) as SourceId[];

/** May the source be named to a person? False where counsel has still to confirm it. */
export function isQuotable(id: SourceId): boolean {
  return sources[id].quotable;
}

/** How the source is cited, e.g. "RGPD art. 12(3)" or "GDPR Art. 12(3)". */
export function sourceLabel(id: SourceId, locale: "fr" | "en"): string {
  return sources[id].label[locale];
}

/** How a letter writes the source out, e.g. "article 12, paragraphe 3, du RGPD" or "Article 12(3) GDPR". */
export function sourceCitation(id: SourceId, locale: "fr" | "en"): string {
  const source: Source = sources[id];
  return (source.citation ?? source.label)[locale];
}

/** The official text, or null for the controller's own rules. */
export function sourceUrl(id: SourceId, locale: "fr" | "en"): string | null {
  return sources[id].url?.[locale] ?? null;
}

function label(fr: string, en: string) {
  return { fr, en };
}
function both(fr: string, en: string) {
  return { fr, en };
}
function one(url: string) {
  return { fr: url, en: url };
}
function celex(id: string) {
  return both(`https://eur-lex.europa.eu/legal-content/FR/TXT/?uri=CELEX:${id}`, `https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:${id}`);
}
/** "17(3)(b)" as "article 17, paragraphe 3, point b),". */
function frenchArticle(article: string) {
  const [, number, paragraph, point] = /^(\d+)(?:\((\d)\))?(?:\(([a-z])\))?$/.exec(article) ?? [];
  const parts = [`article ${number}`, ...(paragraph ? [`paragraphe ${paragraph}`] : []), ...(point ? [`point ${point})`] : [])];
  return parts.length > 1 ? `${parts.join(", ")},` : parts.join("");
}
function gdpr(article: string) {
  return { label: label(`RGPD art. ${article}`, `GDPR Art. ${article}`), citation: label(`${frenchArticle(article)} du RGPD`, `Article ${article} GDPR`), url: gdprUrl, quotable: true };
}
function regulation1182(article: string, quotable = true) {
  return { label: label(`règlement 1182/71 art. ${article}`, `Regulation 1182/71 Art. ${article}`), url: timeUrl, quotable };
}
function lil(article: string, quotable = true) {
  const [number = "", part] = article.split(", ");
  const citation = label(`article ${number}${part ? `, ${part},` : ""} de la loi Informatique et Libertés`, `Article ${number}${part ? `(${part})` : ""} of the French Data Protection Act`);
  return { label: label(`loi Informatique et Libertés art. ${article}`, `French Data Protection Act Art. ${article}`), citation, url: lilUrl, quotable };
}
function decree(article: string, quotable = true) {
  const citation = label(`article ${article} du décret n° 2019-536`, `Article ${article} of French decree no. 2019-536`);
  return { label: label(`décret 2019-536 art. ${article}`, `decree 2019-536 Art. ${article}`), citation, url: decreeUrl, quotable };
}
function code(fr: string, en: string, article: string, id: string, quotable: boolean) {
  return { label: label(`${fr} art. ${article}`, `${en} Art. ${article}`), url: one(`https://www.legifrance.gouv.fr/codes/texte_lc/${id}`), quotable };
}
