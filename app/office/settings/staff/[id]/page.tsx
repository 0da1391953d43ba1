import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkForm } from "@/components/office/link-form";
import { PlaceFields } from "@/components/office/place-fields";
import { ProveFirst } from "@/components/office/prove-first";
import { roleChoices } from "@/components/office/staff-table";
import { ActionForm } from "@/components/ui/action-form";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import { permissionsOf } from "@/lib/access/permissions";
import { messages } from "@/lib/i18n/messages";
import { hasProved } from "@/lib/server/reads/second-factor";
import { signInWays } from "@/lib/server/reads/sign-on";
import { staffList } from "@/lib/server/reads/staff";
import { teamList } from "@/lib/server/reads/teams";
import { requireStaff } from "@/lib/server/session";
import { Desk } from "../../../desk";
import { accessAction, changePlaceAction, changeRolesAction, releaseAction, renewLinkAction, resetFactorAction } from "../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireStaff("staff.manage");
  const { id } = await params;
  const { changeOf, change } = messages(actor.locale).office.staff;
  const member = (await staffList(actor)).find((one) => one.id === id);
  return { title: member ? changeOf(member.name) : change };
}

/** One member of staff: roles, a new link, access. */
export default async function StaffMemberPage({ params }: Props) {
  const actor = await requireStaff("staff.manage");
  const { id } = await params;
  const member = (await staffList(actor)).find((one) => one.id === id) ?? notFound();
  const { office, signIn, teams } = messages(actor.locale);
  const text = office.staff;
  return (
    <Desk actor={actor} place="staff">
      <p><a href="/office/settings/staff">{text.back}</a></p>
      <Heading caption={member.email}>{member.name}</Heading>
      {!hasProved(actor) ? (
        <ProveFirst text={signIn.staff.proveFirst} label={signIn.account.prove} back={`/office/settings/staff/${id}`} />
      ) : (
        <>
          <section className="panel">
            <ActionForm action={changeRolesAction.bind(null, id)} problem={office.problem} name="member">
              <Checkboxes name="roles" legend={text.rolesOf(member.name)} options={roleChoices(actor.locale)} defaultValue={member.roles} />
              <Submit>{text.save}</Submit>
            </ActionForm>
          </section>
          <section className="panel" aria-labelledby="place">
            <Heading level={2} id="place">{teams.place.title}</Heading>
            <p>{teams.place.hint}</p>
            <ActionForm action={changePlaceAction.bind(null, id)} problem={office.problem} name="place">
              <PlaceFields teams={await teamList(actor)} teamId={member.teamId} caseScope={member.caseScope} locale={actor.locale} />
              <Submit>{teams.place.submit}</Submit>
            </ActionForm>
          </section>
          {!member.isDisabled && permissionsOf(member.roles).has("case.handle") && <p><a href={`/office/absence/${id}`}>{teams.away.of(member.name)}</a></p>}
          {member.isByCompany && (
            <section className="panel" aria-labelledby="company">
              <Heading level={2} id="company">{signIn.company.member}</Heading>
              <p>{signIn.company.bound}</p>
              <p>{signIn.company.releaseHint}</p>
              <ActionForm action={releaseAction.bind(null, id)} problem={office.problem} name="company"><Submit variant="danger">{signIn.company.release}</Submit></ActionForm>
            </section>
          )}
          {!member.isDisabled && !member.isByCompany && !signInWays().isOnly && (
            <section className="panel" aria-labelledby="link">
              <Heading level={2} id="link">{text.newLink}</Heading>
              <p>{text.newLinkHint}</p>
              <LinkForm action={renewLinkAction.bind(null, id, member.name)} problem={office.problem} name="renew" title={text.linkTitle} about={text.link}>
                <Submit variant="secondary">{text.newLink}</Submit>
              </LinkForm>
            </section>
          )}
          <section className="panel" aria-labelledby="factor">
            <Heading level={2} id="factor">{signIn.staff.factor}</Heading>
            <p>{id === actor.id ? signIn.staff.own : member.hasFactor ? signIn.staff.resetHint : signIn.staff.none}</p>
            {id !== actor.id && member.hasFactor && (
              <ActionForm action={resetFactorAction.bind(null, id)} problem={office.problem} name="factor"><Submit variant="danger">{signIn.staff.reset}</Submit></ActionForm>
            )}
          </section>
          <section className="panel" aria-labelledby="access">
            <Heading level={2} id="access">{text.status}</Heading>
            <p>{member.isDisabled ? text.disabled : text.deactivateHint}</p>
            <ActionForm action={accessAction.bind(null, id, !member.isDisabled)} problem={office.problem} name="access">
              <Submit variant={member.isDisabled ? "secondary" : "danger"}>{member.isDisabled ? text.reactivate : text.deactivate}</Submit>
            </ActionForm>
          </section>
        </>
      )}
    </Desk>
  );
}
