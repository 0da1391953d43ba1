import "server-only";
import type { z } from "zod";
import { addNote } from "@/lib/request/handle/add-note";
import type { RefusalCode } from "@/lib/request/refusal";
import type { StaffActor } from "./actor";
import { perform, type Performed } from "./perform";
import { readersOf } from "./reads/colleagues";

/**
 * Adds an internal note and tells the colleagues it names, all of whom may read the case. Refusals: those of `addNote`,
 * `colleague-unknown`. @throws NotFound
 */
export async function writeNote(actor: StaffActor, input: z.output<typeof addNote.input>, reference: string): Promise<Performed | { refused: RefusalCode; meanwhile?: undefined }> {
  const readers = input.tell?.length ? await readersOf(actor, reference) : [];
  if (input.tell?.some((one) => !readers.some(({ id }) => id === one))) return { refused: "colleague-unknown" };
  return perform(actor, addNote, input, { reference });
}
