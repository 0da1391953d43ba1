import fc from "fast-check";
import { expect, test } from "vitest";
import { parseReference, referenceFrom } from "./reference";

const random = fc.uint8Array({ minLength: 7, maxLength: 7 });
const letters = "23456789ABCDEFGHJKMNPQRSTWXYZ";

test("a reference reads back, however it is typed", () => {
  fc.assert(
    fc.property(random, (bytes) => {
      const reference = referenceFrom(bytes);
      expect(reference).toMatch(/^[2-9A-HJ-NP-TW-Z]{4}-[2-9A-HJ-NP-TW-Z]{4}$/);
      for (const typed of [reference, reference.toLowerCase(), ` ${reference.replace("-", " ")} `, reference.replace("-", "")]) expect(parseReference(typed)).toBe(reference);
    }),
  );
});

test("one wrong character or two neighbours swapped are always found", () => {
  fc.assert(
    fc.property(random, fc.nat(7), fc.constantFrom(...letters), (bytes, place, letter) => {
      const right = referenceFrom(bytes).replace("-", "");
      const wrong = right.slice(0, place) + letter + right.slice(place + 1);
      if (wrong !== right) expect(parseReference(wrong)).toBeNull();
      const swapped = right.slice(0, place) + (right[place + 1] ?? "") + right[place] + right.slice(place + 2);
      if (swapped !== right && swapped.length === 8 && place < 6) expect(parseReference(swapped)).toBeNull();
    }),
  );
});

test.each(["", "K7QF", "K7QF-2M9", "O0IL-1111", "'; drop table", "K7QF-2M9X-K7QF", "../../etc"])("not a reference: %j", (typed) => {
  expect(parseReference(typed)).toBeNull();
});
