import { type RefusalGround, refusalGrounds } from "@/lib/law/grounds";
import { type Outcome, outcomes } from "@/lib/law/outcomes";
import { type Right, rights } from "@/lib/law/rights";
import { type Channel, recordedChannels } from "../arrival";
import { type RequestState, requestStates } from "../request";
import { fold } from "../word-forms";
import { type ImportColumn, importColumns, workedOutColumns } from "./columns";

/** How a request stands, as a register says it: open, how it ended, or one of our own states. */
export type ToldState = "open" | Outcome | RequestState;
type Codes = { column: ImportColumn | "ignored"; right: Right; channel: Channel; state: ToldState; outcome: Outcome | "undecided" | "merged"; ground: RefusalGround; language: "fr" | "en"; months: 0 | 1 | 2 };

/** What a cell may say for each code: in codes, and in the words somebody reads. */
export type Words = { [Kind in keyof Codes]: ReadonlyMap<string, Codes[Kind]> };

/** Words in one or more languages, for each code: more ways to say the same. */
export type Spoken = { [Kind in keyof Codes]?: readonly (readonly [string, Codes[Kind]])[] };

/** Case, accents, kinds of spaces and of apostrophes make no difference. */
export function plain(text: string): string {
  return fold(text).replace(/[’ʼ`´]/g, "'").replace(/\s+/g, " ").trim();
}

const codes: Required<Spoken> = {
  column: [...importColumns.map((name) => [name, name] as const), ...workedOutColumns.map((name) => [name, "ignored"] as const), ["reference", "id"], ["locale", "language"], ["assigneeId", "handler"], ["refusalGround", "refusalGrounds"]],
  right: rights.map((right) => [right, right] as const),
  channel: ["portal" as const, ...recordedChannels].map((channel) => [channel, channel] as const),
  state: [["open", "open"], ["partly", "partly-fulfilled"], ...outcomes.map((outcome) => [outcome, outcome] as const), ...requestStates.map((state) => [state, state] as const)],
  outcome: [...outcomes.map((outcome) => [outcome, outcome] as const), ["partly", "partly-fulfilled"], ["undecided", "undecided"], ["merged", "merged"]],
  ground: refusalGrounds.map((ground) => [ground, ground] as const),
  language: [["fr", "fr"], ["en", "en"]],
  months: [["0", 0], ["1", 1], ["2", 2]],
};

/** The dictionary out of the codes and what else is said for them. */
export function wordsOf(...spoken: readonly Spoken[]): Words {
  const map = <Kind extends keyof Codes>(kind: Kind) => new Map([codes, ...spoken].flatMap((each) => (each[kind] ?? []) as readonly (readonly [string, Codes[Kind]])[]).map(([word, code]) => [plain(word), code] as const));
  return { column: map("column"), right: map("right"), channel: map("channel"), state: map("state"), outcome: map("outcome"), ground: map("ground"), language: map("language"), months: map("months") };
}
