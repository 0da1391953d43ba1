import type { RegisterColumn, RegisterEntry } from "@/lib/request/register/entry";
import { registerColumns } from "@/lib/request/register/entry";
import { capital } from "./capital";
import type { Locale } from "./locale";
import { messages } from "./messages";

/** The first line of the register as a table. */
export function registerHeader(locale: Locale): string[] {
  const { column } = messages(locale).register;
  return registerColumns.map((name) => column[name]);
}

/** One line of it, in the words of the pages; dates as ISO, so that they sort; empty where there is nothing to say. */
export function registerCells(entry: RegisterEntry, locale: Locale): string[] {
  const { register: text, law } = messages(locale);
  const yesOrNo = (is: boolean | null) => (is === null ? "" : is ? text.yes : text.no);
  const right = (name: RegisterEntry["rights"][number]["right"]) => law.right[name].short;
  const cells: Record<RegisterColumn, string> = {
    reference: entry.reference,
    rights: entry.rights.map((each) => right(each.right)).join("; "),
    channel: capital(law.channel[entry.channel]),
    locale: text.language[entry.locale],
    receivedOn: entry.receivedOn,
    dueOn: entry.dueOn,
    state: law.state[entry.state],
    wasSuspended: yesOrNo(entry.wasSuspended),
    extensionMonths: String(entry.extensionMonths),
    answeredOn: entry.answeredOn ?? "",
    days: entry.days === null ? "" : String(entry.days),
    isOnTime: yesOrNo(entry.isOnTime),
    outcomes: entry.rights.map((each) => `${right(each.right)}: ${each.outcome === "undecided" ? text.undecided : each.outcome === "merged" ? law.state.merged : law.outcome[each.outcome]}`).join("; "),
    refusalGrounds: entry.refusalGrounds.map((ground) => law.refusalGround[ground].name).join("; "),
    assigneeId: entry.assignee?.id ?? "",
    assigneeName: entry.assignee?.name ?? "",
  };
  return registerColumns.map((name) => cells[name]);
}
