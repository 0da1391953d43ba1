import type { CalendarDate } from "@/lib/law/calendar";
import type { ExtensionMonths } from "@/lib/law/extension";
import type { RefusalGround, RestrictionGround } from "@/lib/law/grounds";
import type { Outcome } from "@/lib/law/outcomes";
import type { Right } from "@/lib/law/rights";
import type { Channel } from "../arrival";
import type { Cells, Finding } from "./columns";
import { Findings } from "./findings";
import { endOf, readRights } from "./read-end";
import { readPerson } from "./read-person";
import { plain, type Words } from "./words";

/** How one right ended; none where it has not. */
export type ToldClaim = { right: Right; marketing?: boolean; restrictionGround?: RestrictionGround; decision: { outcome: Outcome; grounds: RefusalGround[] } | null };
export type ToldPerson = { name: string | null; email: string | null; postalAddress: string | null; customerNumber: string | null };

/** One line, understood. `handler`: an e-mail address or an id, not yet looked for. */
export type ToldRequest = {
  id: string;
  receivedOn: CalendarDate;
  channel: Channel;
  locale: "fr" | "en";
  claims: ToldClaim[];
  end: { how: "answered" | "withdrawn"; on: CalendarDate } | null;
  extension: { on: CalendarDate; months: ExtensionMonths } | null;
  identity: { askedOn: CalendarDate; receivedOn: CalendarDate | null } | null;
  person: ToldPerson;
  onBehalfOf: string | null;
  deceasedName: string | null;
  details: string | null;
  handler: string | null;
  note: string | null;
};
/** The request is there if nothing is an error. */
export type ReadLine = { request: ToldRequest | null; findings: Finding[] };

/** The oldest day a request may have come: before it, rather a slip of the pen. */
const oldest = "2000-01-01";
export const mostCharacters = { id: 200, handler: 254 } as const;

/** What one line says, and all that is wrong with it. `today`: no fact lies after it. */
export function readLine(cells: Cells, words: Words, today: CalendarDate): ReadLine {
  const found = new Findings(cells, today);
  const id = cells.id === "" ? found.error("id", "required") : found.line("id", mostCharacters.id);
  const receivedOn = found.day("receivedOn") ?? (cells.receivedOn === "" ? found.error("receivedOn", "required") : null);
  if (receivedOn && receivedOn < oldest) found.error("receivedOn", "date-old");
  const channel = found.word("channel", words.channel, "unknown-channel", true);
  const language = found.word("language", words.language, "unknown-language");
  const rights = readRights(found, words);
  const { end, claims } = endOf(found, words, rights, receivedOn);
  if (end === null && claims.some(({ right, marketing }) => right === "objection" && marketing === undefined)) found.warn("rights", "kind-of-objection");
  const extension = extensionOf(found, words, receivedOn);
  const identity = identityOf(found, receivedOn);
  const person = readPerson(found, rights, end === null);
  for (const [column, on] of [["extendedOn", extension?.on], ["identityAskedOn", identity?.askedOn]] as const) if (end && on && on > end.on) found.warn(column, "after-closing");
  const request = { id: id ?? "", receivedOn, channel, locale: language ?? ("fr" as const), claims, end, extension, identity, ...person, handler: found.line("handler", mostCharacters.handler) };
  return { request: found.hasErrors ? null : (request as ToldRequest), findings: found.all };
}

/** A notice of extension is a day and a length; a length of none is none. */
function extensionOf(found: Findings, words: Words, receivedOn: CalendarDate | null): ToldRequest["extension"] {
  const on = found.day("extendedOn");
  const text = plain(found.cells.extensionMonths);
  const months = text === "" ? undefined : words.months.get(text);
  if (text !== "" && months === undefined) found.error("extensionMonths", "unknown-months");
  if (on && receivedOn && on < receivedOn) found.error("extendedOn", "extended-before-received");
  if (on && !months) found.warn("extensionMonths", "extension-months-missing");
  if (!on && months && found.cells.extendedOn === "") found.warn("extendedOn", "extension-day-missing");
  return on && months ? { on, months } : null;
}

/** A request for proof, and the day it came, if it did. */
function identityOf(found: Findings, receivedOn: CalendarDate | null): ToldRequest["identity"] {
  const askedOn = found.day("identityAskedOn");
  const cameOn = found.day("identityReceivedOn");
  if (askedOn && receivedOn && askedOn < receivedOn) found.error("identityAskedOn", "asked-before-received");
  if (askedOn && cameOn && cameOn < askedOn) found.error("identityReceivedOn", "proof-before-asked");
  if (cameOn && found.cells.identityAskedOn === "") found.error("identityReceivedOn", "proof-without-asking");
  return askedOn && { askedOn, receivedOn: cameOn };
}
