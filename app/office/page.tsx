import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FaultyFiles } from "@/components/office/faulty-files";
import { QueueFilters } from "@/components/office/queue-filters";
import { QueueTable } from "@/components/office/queue-table";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Pager } from "@/components/ui/pager";
import { messages } from "@/lib/i18n/messages";
import { casesWithFaultyFiles } from "@/lib/server/reads/faulty-files";
import { casesToPost, queue } from "@/lib/server/reads/queue";
import { requireAnyStaff, requireStaff } from "@/lib/server/session";
import { Desk } from "./desk";

type Search = { right?: string; state?: string; mine?: string; after?: string };
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const { office } = messages((await requireAnyStaff()).locale);
  // The layout of this very folder does not add the name of the site.
  return { title: office.title(office.queue.title) };
}

/** The queue: what to do next. An administrator without cases to read goes to the staff page. */
export default async function QueuePage({ searchParams }: Props) {
  const anyone = await requireAnyStaff();
  if (!anyone.permissions.has("case.read") && anyone.permissions.has("staff.manage")) redirect("/office/settings/staff");
  const actor = await requireStaff("case.read");
  const search = texts(await searchParams);
  const filter = { right: search.right ?? "", state: search.state ?? "", mine: search.mine === "1" };
  const toPost = await casesToPost(actor);
  const { rows, next, open } = await queue(actor, { ...filter, after: search.after });
  const faulty = await casesWithFaultyFiles(actor);
  const { office: { queue: text }, record } = messages(actor.locale);
  const address = (after: string | null) => `/office?${new URLSearchParams({ ...kept(filter), ...(after ? { after } : {}) })}`;
  const isFiltered = Object.keys(kept(filter)).length > 0;
  return (
    <Desk actor={actor} place="queue">
      <div className="queue-head">
        <Heading>{text.title}</Heading>
        <p className="queue-count">{isFiltered ? text.found(open) : text.open(open)}</p>
        {actor.permissions.has("case.handle") && <a className="button button-secondary" href="/office/record">{record.link}</a>}
      </div>
      {faulty.length > 0 && <FaultyFiles references={faulty} locale={actor.locale} />}
      {toPost > 0 && filter.state !== "to-post" && <Notice tone="warning" title={record.post.count(toPost)}><p><a href="/office?state=to-post">{record.post.see}</a></p></Notice>}
      <QueueFilters filter={filter} locale={actor.locale} />
      {rows.length > 0 ? (
        <QueueTable rows={rows} me={actor.id} locale={actor.locale} />
      ) : (
        <Notice tone="info" title={text.emptyTitle}><p>{isFiltered ? text.emptyFiltered : text.empty}</p></Notice>
      )}
      <Pager
        label={text.pages}
        previous={search.after ? { href: address(null), label: text.first } : null}
        next={next ? { href: address(next), label: text.next } : null}
      />
    </Desk>
  );
}

/** Only the filters that are set: a short address to share. */
function kept({ right, state, mine }: { right: string; state: string; mine: boolean }): Record<string, string> {
  return { ...(right ? { right } : {}), ...(state ? { state } : {}), ...(mine ? { mine: "1" } : {}) };
}

function texts(search: Record<string, string | string[] | undefined>): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => typeof value === "string")) as Search;
}
