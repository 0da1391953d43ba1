import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FaultyFiles } from "@/components/office/faulty-files";
import { NothingFound } from "@/components/office/nothing-found";
import { GiveBar } from "@/components/office/give-bar";
import { giveOptions } from "@/components/office/give-options";
import { QueueFilters } from "@/components/office/queue-filters";
import { DoneNotice } from "@/components/office/done-notice";
import { QueueKeys } from "@/components/office/queue-keys";
import { QueueTable } from "@/components/office/queue-table";
import { queueRowWords } from "@/components/office/queue-words";
import { RegisterLinks } from "@/components/office/register-links";
import { QueueViews } from "@/components/office/queue-views";
import { SearchBox } from "@/components/office/search-box";
import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { pack } from "@/components/ui/packed";
import { Submit } from "@/components/ui/submit";
import { Pager } from "@/components/ui/pager";
import { mayTake } from "@/lib/access/case-scope";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { filterFrom, filterQuery } from "@/lib/request/queue-filter";
import { mostTyped } from "@/lib/request/search-words";
import { together } from "@/lib/server/reads/asked";
import { incidentOf } from "@/lib/server/reads/incidents";
import { openCounts } from "@/lib/server/reads/open-counts";
import { notices } from "@/lib/server/reads/notices";
import { queueAsked } from "@/lib/server/reads/queue";
import { requireAnyStaff, requireStaff } from "@/lib/server/session";
import { colleagues } from "@/lib/server/reads/colleagues";
import { teamsToGive } from "@/lib/server/reads/teams";
import { views } from "@/lib/server/reads/views";
import { assignAction, removeViewAction, saveViewAction, searchAction, takeNextAction } from "./actions";
import { Desk } from "./desk";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const { office } = messages((await requireAnyStaff()).locale);
  // The layout of this very folder does not add the name of the site.
  return { title: office.title(office.queue.title) };
}

/** The queue: what to do next, or what a search found. An administrator without cases to read goes to the staff page. */
export default async function QueuePage({ searchParams }: Props) {
  const anyone = await requireAnyStaff();
  if (!anyone.permissions.has("case.read") && anyone.permissions.has("staff.manage")) redirect("/office/settings/staff");
  const actor = await requireStaff("case.read");
  const asked = await searchParams;
  const filter = filterFrom((name) => asked[name]);
  const after = typeof asked["after"] === "string" ? asked["after"] : undefined;
  const done = typeof asked["done"] === "string" ? asked["done"] : undefined;
  const [{ told: { toPost, faulty }, people, teams: givable, kept, page: { rows, next, open, searched } }, counts, { of: about }] = await Promise.all([
    together({ told: notices(actor), people: colleagues(actor), teams: teamsToGive(actor), kept: views(actor), page: await queueAsked(actor, { ...filter, after }) }),
    openCounts(actor),
    filter.incident ? incidentOf(actor, filter.incident) : { of: null },
  ]);
  const { office: { queue: text, problem }, record, search, queue: words, incident: incidentText, teams } = messages(actor.locale);
  const mayImport = actor.permissions.has("register.import");
  const mayHandle = actor.permissions.has("case.handle");
  const address = (cursor: string | null) => `/office?${filterQuery(filter, cursor)}`;
  const isSearch = filter.search !== "";
  const isFiltered = filterQuery({ ...filter, search: "" }) !== "";
  const columns = { due: text.due, reference: text.reference, person: text.person, rights: text.rights, state: text.state, assignee: text.assignee };
  const isEnded = isSearch && searched === null;
  return (
    <Desk actor={actor} place="queue">
      <div className="queue-head">
        <Heading>{text.title}</Heading>
        {!isEnded && <p className="queue-count" role="status">{isFiltered || isSearch ? text.found(open) : text.open(open)}</p>}
        {mayHandle && (
          <div className="button-row">
            {mayTake(actor) && <ActionForm action={takeNextAction.bind(null, filterQuery(filter))} problem={problem} name="next"><Submit>{words.takeNext}</Submit></ActionForm>}
            <a className="button button-secondary" href="/office/record">{record.link}</a>
            <a className="button button-secondary" href="/office/incidents">{incidentText.link}</a>
            {actor.caseScope !== "own" && <a className="button button-secondary" href="/office/load">{teams.load.title}</a>}
          </div>
        )}
      </div>
      {teams.queue.sees[actor.caseScope] && <p className="quiet">{teams.queue.sees[actor.caseScope]}</p>}
      <DoneNotice done={done} locale={actor.locale} />
      {faulty.length > 0 && <FaultyFiles references={faulty} locale={actor.locale} />}
      {toPost > 0 && !isSearch && filter.state !== "to-post" && <Notice tone="warning" title={record.post.count(toPost)}><p><a href="/office?state=to-post">{record.post.see}</a></p></Notice>}
      {about && <Notice tone="info"><p>{incidentText.filter(about.name)} · <a href={`/office/incidents/${about.id}`}>{incidentText.case.of}</a> · <a href={`/office?${filterQuery({ ...filter, incident: "" })}`}>{incidentText.filterOff}</a></p></Notice>}
      <SearchBox action={searchAction} typed={searched ?? ""} maxLength={mostTyped} label={search.label} hint={search.hint} submit={search.submit}>
        {isSearch && <a href="/office">{search.clear}</a>}
      </SearchBox>
      {!isEnded && <QueueFilters filter={filter} colleagues={people} teams={actor.caseScope === "all" ? givable : []} locale={actor.locale} />}
      {!isSearch && <QueueViews list={kept} query={filterQuery(filter)} save={saveViewAction.bind(null, filterQuery(filter))} remove={(id) => removeViewAction.bind(null, id, filterQuery(filter))} locale={actor.locale} />}
      {rows.length > 0 ? (
        <ActionForm action={assignAction.bind(null, filterQuery(filter))} problem={problem} name="give" className="queue-form" labels={{ chosen: words.chosen, to: words.give }}>
          <QueueTable caption={isSearch ? search.caption : text.caption} columns={columns} rows={pack(rows.map((row) => queueRowWords(row, { me: actor.id, teams: givable, locale: actor.locale, isChoosable: mayHandle })))} />
          {mayHandle && <GiveBar options={pack(giveOptions({ people, teams: givable, open: counts }, words.giveTo, words.giveBack, actor.locale))} label={words.give} submit={words.giveSubmit} />}
        </ActionForm>
      ) : isSearch ? (
        <NothingFound isEnded={isEnded} isFiltered={isFiltered} locale={actor.locale} />
      ) : (
        <Notice tone="info" title={text.emptyTitle}><p>{isFiltered ? text.emptyFiltered : text.empty}</p></Notice>
      )}
      <QueueKeys title={words.keys} close={words.close} keys={keyList(actor.locale)} />
      <Pager
        label={text.pages}
        previous={after ? { href: address(null), label: text.first } : null}
        next={next ? { href: address(next), label: text.next } : null}
      />
      {actor.permissions.has("register.read") && (rows.length > 0 || mayImport) && <RegisterLinks query={rows.length > 0 ? filterQuery(filter) : null} mayImport={mayImport} locale={actor.locale} />}
    </Desk>
  );
}

/** The keys of the queue, with what each does. */
function keyList(locale: Locale) {
  const { keyList: does, enter } = messages(locale).queue;
  const keys = { j: does.next, k: does.previous, [enter]: does.open, x: does.choose, "/": does.search, "?": does.help };
  return Object.entries(keys).map(([key, said]) => ({ key, does: said }));
}
