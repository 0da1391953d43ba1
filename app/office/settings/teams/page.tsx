import type { Metadata } from "next";
import { DoneNotice } from "@/components/office/done-notice";
import { ProveFirst } from "@/components/office/prove-first";
import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import { Table } from "@/components/ui/table";
import { TextField } from "@/components/ui/text-field";
import { messages } from "@/lib/i18n/messages";
import { countWords } from "@/lib/i18n/numbers";
import { hasProved } from "@/lib/server/reads/second-factor";
import { teamList } from "@/lib/server/reads/teams";
import { requireStaff } from "@/lib/server/session";
import { Desk } from "../../desk";
import { addTeamAction } from "./actions";

type Props = { searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages((await requireStaff("staff.manage")).locale).teams.title };
}

/** Which teams there are, with what is in each; add one. */
export default async function TeamsPage({ searchParams }: Props) {
  const actor = await requireStaff("staff.manage");
  const { office, signIn, teams: text } = messages(actor.locale);
  const teams = await teamList(actor);
  const numeric = [text.people, text.open].map((label) => ({ label, numeric: true }));
  return (
    <Desk actor={actor} place="staff">
      <p><a href="/office/settings/staff">{office.staff.back}</a></p>
      <Heading>{text.title}</Heading>
      <DoneNotice done={(await searchParams).done} locale={actor.locale} />
      <p className="prose">{text.lead}</p>
      {teams.length === 0 ? <p>{text.none}</p> : (
        <Table
          caption={text.caption}
          captionHidden
          columns={[{ label: text.name }, ...numeric, { label: <span key="change" className="visually-hidden">{text.change}</span> }]}
          rows={teams.map(({ id, name, people, open }) => ({
            key: id,
            cells: [name, countWords(people, actor.locale), countWords(open, actor.locale), <a key="change" href={`/office/settings/teams/${id}`} aria-label={text.changeOf(name)}>{text.change}</a>],
          }))}
        />
      )}
      {!hasProved(actor) ? <ProveFirst text={text.proveFirst} label={signIn.account.prove} back="/office/settings/teams" /> : (
        <section className="panel" aria-labelledby="add">
          <Heading level={2} id="add">{text.add}</Heading>
          <ActionForm action={addTeamAction} problem={office.problem} name="team">
            <TextField name="name" label={text.name} hint={text.nameHint} width="m" autoComplete="off" />
            <Submit>{text.addSubmit}</Submit>
          </ActionForm>
        </section>
      )}
    </Desk>
  );
}
