import { email, optional } from "../ask/text";
import type { Findings } from "./findings";
import type { ToldClaim, ToldRequest } from "./read-line";

const address = optional(email());

type Person = Pick<ToldRequest, "person" | "onBehalfOf" | "deceasedName" | "details" | "note">;

/** Who asked, for whom, in what words, and what was noted about it. */
export function readPerson(found: Findings, claims: readonly ToldClaim[], isOpen: boolean): Person {
  const person = { name: found.line("name", 200), email: found.by("email", address), postalAddress: found.paragraph("postalAddress", 600), customerNumber: found.line("customerNumber", 100) };
  const deceasedName = found.line("deceasedName", 200);
  if (claims.some(({ right }) => right === "deceased") && isOpen && found.cells.deceasedName === "") found.error("deceasedName", "required");
  if (isOpen && found.cells.email === "" && found.cells.postalAddress === "") found.warn("email", "nobody-to-write-to");
  return { person, onBehalfOf: found.line("onBehalfOf", 200), deceasedName, details: found.paragraph("details", 8000), note: found.paragraph("note", 4000) };
}
