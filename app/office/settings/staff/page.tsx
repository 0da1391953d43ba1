import type { Metadata } from "next";
import { DoneNotice } from "@/components/office/done-notice";
import { FactorSetting } from "@/components/office/factor-setting";
import { LinkForm } from "@/components/office/link-form";
import { PlaceFields } from "@/components/office/place-fields";
import { ProveFirst } from "@/components/office/prove-first";
import { roleChoices, StaffTable } from "@/components/office/staff-table";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import { TextField } from "@/components/ui/text-field";
import { messages } from "@/lib/i18n/messages";
import { hasProved } from "@/lib/server/reads/second-factor";
import { signInWays } from "@/lib/server/reads/sign-on";
import { factorForAll, staffList } from "@/lib/server/reads/staff";
import { teamList } from "@/lib/server/reads/teams";
import { requireStaff } from "@/lib/server/session";
import { Desk } from "../../desk";
import { addStaffAction, factorSettingAction } from "./actions";

type Props = { searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages((await requireStaff("staff.manage")).locale).office.staff.title };
}

/** Who works here; add someone and get their set-up link, once. */
export default async function StaffPage({ searchParams }: Props) {
  const actor = await requireStaff("staff.manage");
  const { office, signIn, teams } = messages(actor.locale);
  const text = office.staff;
  const { done } = await searchParams;
  return (
    <Desk actor={actor} place="staff">
      <Heading>{text.title}</Heading>
      <DoneNotice done={done} locale={actor.locale} />
      <p><a href="/office/settings/teams">{teams.link}</a></p>
      <StaffTable staff={await staffList(actor)} me={actor.id} locale={actor.locale} />
      {!hasProved(actor) ? (
        <ProveFirst text={signIn.staff.proveFirst} label={signIn.account.prove} back="/office/settings/staff" />
      ) : (
        <>
          <section className="panel" aria-labelledby="add">
            <Heading level={2} id="add">{text.add}</Heading>
            {signInWays().isOnly && <p>{signIn.company.inviteHint}</p>}
            <LinkForm action={addStaffAction} problem={office.problem} name="new" title={text.linkTitle} about={text.link}>
              <TextField name="name" label={text.name} autoComplete="off" width="m" />
              <TextField name="email" label={text.email} type="email" inputMode="email" autoComplete="off" spellCheck={false} width="m" />
              <Checkboxes name="roles" legend={text.roles} options={roleChoices(actor.locale)} />
              <PlaceFields teams={await teamList(actor)} locale={actor.locale} />
              <Submit>{text.addSubmit}</Submit>
            </LinkForm>
          </section>
          <FactorSetting isForAll={await factorForAll(actor)} locale={actor.locale} action={factorSettingAction} />
        </>
      )}
    </Desk>
  );
}
