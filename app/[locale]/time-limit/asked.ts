import { type Filled, formFields, placeOf, questionOf } from "@/lib/request/time-limit-form";
import { ownCalendar, todayIn } from "@/lib/server/reads/time-limit";

export type Query = Record<string, string | string[] | undefined>;

/** What the address asks: the fields as filled in, and the question they make or what is wrong with them; null before the form was sent. */
export function askedOf(query: Query) {
  const own = ownCalendar();
  // A field given twice is as wrong as one that holds no date.
  const filled = Object.fromEntries(formFields.map((field) => [field, [query[field] ?? ""].flat().join(" ")])) as Filled;
  if (query["place"] === undefined) filled.place = own;
  const isSent = query["filedOn"] !== undefined;
  return { filled, today: todayIn(placeOf(filled) ?? own), answer: isSent ? questionOf(filled, todayIn(placeOf(filled) ?? own)) : null };
}
