import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClockPolicyForm } from "@/components/office/clock-policy-form";
import { Heading } from "@/components/ui/heading";
import { messages } from "@/lib/i18n/messages";
import { clockSettingsView } from "@/lib/server/reads/clock-settings";
import { requireStaff } from "@/lib/server/session";
import { Desk } from "../../../desk";
import { changeClockAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages((await requireStaff("clock.manage")).locale).clock.policy.change };
}

/** The disputed points, to be chosen. */
export default async function TimeLimitPolicyPage() {
  const actor = await requireStaff("clock.manage");
  const { settings } = (await clockSettingsView(actor)) ?? notFound();
  const text = messages(actor.locale).clock;
  return (
    <Desk actor={actor} place="clock">
      <p><a href="/office/settings/time-limit">{text.back}</a></p>
      <Heading>{text.policy.change}</Heading>
      <p className="lead">{text.policy.about}</p>
      <div className="panel">
        <ClockPolicyForm policy={settings.policy} action={changeClockAction.bind(null, "policy")} locale={actor.locale} />
      </div>
    </Desk>
  );
}
