import type { search as French } from "../fr/search";

export const search: typeof French = {
  label: "Search requests",
  hint: "Reference, name or its beginning, e-mail, telephone, order number, or whole words of a message or note. Open and closed requests.",
  submit: "Search",
  clear: "Clear the search",
  caption: "Requests found, the most recent first",
  anyState: "Open and closed",
  open: "Open",
  noneTitle: "Nothing matches this search",
  none: "All the words typed must stand in the request. Try a single one, the beginning of the name or the reference. A name is found by its beginning, a word of a message only as a whole. The text of replies and the content of files are not searched, nor what was erased at the end of its retention.",
  noneFiltered: "The filters above count as well: without them there may be some.",
  endedTitle: "This search is no longer open",
  ended: "The address of a search is good only in the session that made it: nobody else can read in it what was typed. Type it again.",
};
