import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FaultyFiles } from "@/components/office/faulty-files";
import { NothingFound } from "@/components/office/nothing-found";
import { type QueueFilter, QueueFilters } from "@/components/office/queue-filters";
import { QueueTable } from "@/components/office/queue-table";
import { RegisterLinks } from "@/components/office/register-links";
import { SearchBox } from "@/components/office/search-box";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Pager } from "@/components/ui/pager";
import { messages } from "@/lib/i18n/messages";
import { mostTyped } from "@/lib/request/search-words";
import { casesWithFaultyFiles } from "@/lib/server/reads/faulty-files";
import { casesToPost, queue } from "@/lib/server/reads/queue";
import { requireAnyStaff, requireStaff } from "@/lib/server/session";
import { searchAction } from "./actions";
import { Desk } from "./desk";

type Search = { right?: string; state?: string; mine?: string; after?: string; search?: string };
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
  const asked = texts(await searchParams);
  const filter = { right: asked.right ?? "", state: asked.state ?? "", mine: asked.mine === "1", search: asked.search ?? "" };
  const toPost = await casesToPost(actor);
  const { rows, next, open, searched } = await queue(actor, { ...filter, after: asked.after });
  const faulty = await casesWithFaultyFiles(actor);
  const { office: { queue: text }, record, search } = messages(actor.locale);
  const address = (after: string | null) => `/office?${new URLSearchParams({ ...kept(filter), ...(after ? { after } : {}) })}`;
  const isSearch = filter.search !== "";
  const isFiltered = Object.keys(kept({ ...filter, search: "" })).length > 0;
  const isEnded = isSearch && searched === null;
  return (
    <Desk actor={actor} place="queue">
      <div className="queue-head">
        <Heading>{text.title}</Heading>
        {!isEnded && <p className="queue-count" role="status">{isFiltered || isSearch ? text.found(open) : text.open(open)}</p>}
        {actor.permissions.has("case.handle") && <a className="button button-secondary" href="/office/record">{record.link}</a>}
      </div>
      {faulty.length > 0 && <FaultyFiles references={faulty} locale={actor.locale} />}
      {toPost > 0 && !isSearch && filter.state !== "to-post" && <Notice tone="warning" title={record.post.count(toPost)}><p><a href="/office?state=to-post">{record.post.see}</a></p></Notice>}
      <SearchBox action={searchAction} typed={searched ?? ""} maxLength={mostTyped} label={search.label} hint={search.hint} submit={search.submit}>
        {isSearch && <a href="/office">{search.clear}</a>}
      </SearchBox>
      {!isEnded && <QueueFilters filter={filter} locale={actor.locale} />}
      {rows.length > 0 ? (
        <QueueTable rows={rows} me={actor.id} locale={actor.locale} caption={isSearch ? search.caption : undefined} />
      ) : isSearch ? (
        <NothingFound isEnded={isEnded} isFiltered={isFiltered} locale={actor.locale} />
      ) : (
        <Notice tone="info" title={text.emptyTitle}><p>{isFiltered ? text.emptyFiltered : text.empty}</p></Notice>
      )}
      <Pager
        label={text.pages}
        previous={asked.after ? { href: address(null), label: text.first } : null}
        next={next ? { href: address(next), label: text.next } : null}
      />
      {rows.length > 0 && actor.permissions.has("register.read") && <RegisterLinks query={new URLSearchParams(kept(filter)).toString()} locale={actor.locale} />}
    </Desk>
  );
}

/** Only the filters that are set: a short address to share. */
function kept({ right, state, mine, search }: QueueFilter): Record<string, string> {
  return { ...(search ? { search } : {}), ...(right ? { right } : {}), ...(state ? { state } : {}), ...(mine ? { mine: "1" } : {}) };
}

function texts(search: Record<string, string | string[] | undefined>): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => typeof value === "string")) as Search;
}
