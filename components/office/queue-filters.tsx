import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { rights } from "@/lib/law/rights";
import { requestStates } from "@/lib/request/request";

/** `search`: the sealed words of a search, which the filters then narrow. */
export type QueueFilter = { right: string; state: string; mine: boolean; search: string };

/** Filters as a plain GET form: they live in the address and can be shared. */
export function QueueFilters({ filter, locale }: { filter: QueueFilter; locale: Locale }) {
  const { office, law, record, search } = messages(locale);
  const text = office.queue;
  const isFiltered = filter.right !== "" || filter.state !== "" || filter.mine;
  return (
    <form method="get" action="/office" className="filters" role="search" aria-label={text.filters}>
      {filter.search && <input type="hidden" name="search" value={filter.search} />}
      <div className="filter">
        <label htmlFor="right">{text.right}</label>
        <select id="right" name="right" className="input" defaultValue={filter.right}>
          <option value="">{text.anyRight}</option>
          {rights.map((right) => <option key={right} value={right}>{law.right[right].short}</option>)}
        </select>
      </div>
      <div className="filter">
        <label htmlFor="state">{text.state}</label>
        <select id="state" name="state" className="input" defaultValue={filter.state}>
          <option value="">{filter.search ? search.anyState : text.anyState}</option>
          {filter.search ? <option value="open">{search.open}</option> : <option value="all">{search.anyState}</option>}
          {requestStates.map((state) => <option key={state} value={state}>{law.state[state]}</option>)}
          <option value="closed">{text.closed}</option>
          <option value="to-post">{record.post.filter}</option>
        </select>
      </div>
      <div className="filter choice">
        <input id="mine" type="checkbox" name="mine" value="1" defaultChecked={filter.mine} />
        <label htmlFor="mine">{text.mine}</label>
      </div>
      <div className="filter button-row">
        <button type="submit" className="button button-secondary">{text.filter}</button>
        {isFiltered && <a href={filter.search ? `/office?${new URLSearchParams({ search: filter.search })}` : "/office"}>{text.reset}</a>}
      </div>
    </form>
  );
}
