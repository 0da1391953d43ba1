import { pack } from "@/components/ui/packed";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { rights } from "@/lib/law/rights";
import { dueChoices, filterQuery, type QueueFilter } from "@/lib/request/queue-filter";
import { requestStates } from "@/lib/request/request";
import { type FilterField, FilterFields, type FilterOption } from "./filter-fields";

type Named = { id: string; name: string };

/** Filters as a plain GET form: they live in the address and can be shared. */
export function QueueFilters({ filter, colleagues, teams, locale }: { filter: QueueFilter; colleagues: readonly Named[]; /** None where the reader sees no further than one. */ teams: readonly Named[]; locale: Locale }) {
  const { office, law, record, search, queue, tasks, teams: { queue: words } } = messages(locale);
  const text = office.queue;
  const isFiltered = Object.entries(filter).some(([name, value]) => name !== "search" && value !== "");
  const states: FilterOption[] = [
    { value: "", label: filter.search ? search.anyState : text.anyState },
    filter.search ? { value: "open", label: search.open } : { value: "all", label: search.anyState },
    ...requestStates.map((state) => ({ value: state, label: law.state[state] })),
    { value: "closed", label: text.closed },
    { value: "to-post", label: record.post.filter },
    { value: "department", label: tasks.filter },
  ];
  const fields: (Omit<FilterField, "value"> & { name: keyof QueueFilter })[] = [
    { name: "due", label: queue.due, options: [{ value: "", label: queue.anyDue }, ...dueChoices.map((value) => ({ value, label: queue.dueChoices[value] }))] },
    { name: "who", label: queue.who, options: [{ value: "", label: queue.anyone }, { value: "mine", label: queue.mine }, { value: "nobody", label: queue.nobody }, { value: "mentioned", label: queue.mentioned }, ...colleagues.map(({ id, name }) => ({ value: id, label: name }))] },
    ...(teams.length > 0 ? [{ name: "team" as const, label: words.team, options: [{ value: "", label: words.anyTeam }, { value: "none", label: words.noTeam }, ...teams.map(({ id, name }) => ({ value: id, label: name }))] }] : []),
    { name: "state", label: text.state, options: states },
    { name: "right", label: text.right, options: [{ value: "", label: text.anyRight }, ...rights.map((right) => ({ value: right, label: law.right[right].short }))] },
    { name: "locale", label: queue.language, options: [{ value: "", label: queue.anyLanguage }, ...(["fr", "en"] as const).map((value) => ({ value, label: office.case.languages[value] }))] },
  ];
  return (
    <form method="get" action="/office" className="filters" role="search" aria-label={text.filters}>
      {filter.search && <input type="hidden" name="search" value={filter.search} />}
      {filter.incident && <input type="hidden" name="incident" value={filter.incident} />}
      <FilterFields fields={pack(fields.map((field) => ({ ...field, value: filter[field.name] })))} />
      <div className="filter button-row">
        <button type="submit" className="button button-secondary">{text.filter}</button>
        {isFiltered && <a href={filter.search ? `/office?${filterQuery({ search: filter.search })}` : "/office"}>{text.reset}</a>}
      </div>
    </form>
  );
}
