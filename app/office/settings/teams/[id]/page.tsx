import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProveFirst } from "@/components/office/prove-first";
import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import { TextField } from "@/components/ui/text-field";
import { messages } from "@/lib/i18n/messages";
import { hasProved } from "@/lib/server/reads/second-factor";
import { teamList } from "@/lib/server/reads/teams";
import { requireStaff } from "@/lib/server/session";
import { Desk } from "../../../desk";
import { removeTeamAction, renameTeamAction } from "../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireStaff("staff.manage");
  const { id } = await params;
  const { change, changeOf } = messages(actor.locale).teams;
  const team = (await teamList(actor)).find((one) => one.id === id);
  return { title: team ? changeOf(team.name) : change };
}

/** One team: its name, and its end. */
export default async function TeamPage({ params }: Props) {
  const actor = await requireStaff("staff.manage");
  const { id } = await params;
  const team = (await teamList(actor)).find((one) => one.id === id) ?? notFound();
  const { office, signIn, teams: text } = messages(actor.locale);
  return (
    <Desk actor={actor} place="staff">
      <p><a href="/office/settings/teams">{text.back}</a></p>
      <Heading>{team.name}</Heading>
      {!hasProved(actor) ? <ProveFirst text={text.proveFirst} label={signIn.account.prove} back={`/office/settings/teams/${id}`} /> : (
        <>
          <section className="panel" aria-labelledby="rename">
            <Heading level={2} id="rename">{text.rename}</Heading>
            <ActionForm action={renameTeamAction.bind(null, id)} problem={office.problem} name="rename">
              <TextField name="name" label={text.name} width="m" autoComplete="off" defaultValue={team.name} />
              <Submit>{text.renameSubmit}</Submit>
            </ActionForm>
          </section>
          <section className="panel" aria-labelledby="remove">
            <Heading level={2} id="remove">{text.remove}</Heading>
            <p>{text.removeHint}</p>
            <ActionForm action={removeTeamAction.bind(null, id)} problem={office.problem} name="remove">
              <Submit variant="danger">{text.remove}</Submit>
            </ActionForm>
          </section>
        </>
      )}
    </Desk>
  );
}
