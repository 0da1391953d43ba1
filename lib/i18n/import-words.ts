import { refusalGrounds } from "@/lib/law/grounds";
import { outcomes } from "@/lib/law/outcomes";
import { rights } from "@/lib/law/rights";
import { recordedChannels } from "@/lib/request/arrival";
import { type ImportColumn, workedOutColumns } from "@/lib/request/import/columns";
import { type Spoken, wordsOf } from "@/lib/request/import/words";
import { requestStates } from "@/lib/request/request";
import { locales } from "./locale";
import { messages } from "./messages";

/** What a register may say: our codes, and the words of our own register in every language. */
export const importWords = wordsOf(...locales.map(spoken));

function spoken(locale: (typeof locales)[number]): Spoken {
  const { law, register } = messages(locale);
  const named: Partial<Record<keyof typeof register.column, ImportColumn>> = {
    reference: "id", rights: "rights", channel: "channel", locale: "language", receivedOn: "receivedOn", state: "state",
    extensionMonths: "extensionMonths", answeredOn: "answeredOn", outcomes: "outcomes", refusalGrounds: "refusalGrounds", assigneeId: "handler",
  };
  return {
    column: [...Object.entries(named).map(([name, column]) => [register.column[name as keyof typeof named], column] as const), ...workedOutColumns.map((name) => [register.column[name], "ignored"] as const)],
    right: rights.map((right) => [law.right[right].short, right] as const),
    channel: (["portal", ...recordedChannels] as const).map((channel) => [law.channel[channel], channel] as const),
    state: [...requestStates.map((state) => [law.state[state], state] as const), ...outcomes.map((outcome) => [law.outcome[outcome], outcome] as const)],
    outcome: [...outcomes.map((outcome) => [law.outcome[outcome], outcome] as const), [register.undecided, "undecided"], [law.state.merged, "merged"]],
    ground: refusalGrounds.map((ground) => [law.refusalGround[ground].name, ground] as const),
    language: (["fr", "en"] as const).map((language) => [register.language[language], language] as const),
  };
}
