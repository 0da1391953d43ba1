import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DoneNotice } from "@/components/office/done-notice";
import { RuleForm } from "@/components/office/rule-form";
import { RuleList } from "@/components/office/rule-list";
import { RulePreview } from "@/components/office/rule-preview";
import { Heading } from "@/components/ui/heading";
import { messages } from "@/lib/i18n/messages";
import { assignmentView } from "@/lib/server/reads/assignment";
import { colleagues } from "@/lib/server/reads/colleagues";
import { together } from "@/lib/server/reads/asked";
import { teamsToGive } from "@/lib/server/reads/teams";
import { requireStaff } from "@/lib/server/session";
import { Desk } from "../../desk";
import { addRuleAction, applyRulesAction, changeRuleAction } from "./actions";

type Props = { searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages((await requireStaff("assignment.manage")).locale).teams.rules.title };
}

/** Which requests go to whom by themselves, in which order the rules are asked, and what they would do today. */
export default async function AssignmentPage({ searchParams }: Props) {
  const actor = await requireStaff("assignment.manage");
  const view = (await assignmentView(actor)) ?? notFound();
  const { locale } = actor;
  const { rules: text } = messages(locale).teams;
  return (
    <Desk actor={actor} place="queue">
      <p><a href="/office">{messages(locale).office.case.back}</a></p>
      <Heading>{text.title}</Heading>
      <DoneNotice done={(await searchParams).done} locale={locale} />
      <p className="prose">{text.lead}</p>
      <RuleList rules={view.rules} change={(what, index) => changeRuleAction.bind(null, view.version, what, index)} locale={locale} />
      <RuleForm action={addRuleAction.bind(null, view.version)} {...await together({ people: colleagues(actor), teams: teamsToGive(actor) })} locale={locale} />
      <RulePreview preview={view.preview} hasRules={view.rules.length > 0} apply={applyRulesAction.bind(null, view.version)} locale={locale} />
    </Desk>
  );
}
