import { z } from "zod";

const likenesses = ["same-picture", "similar-picture"] as const;
const flaws = ["blank-picture", "tiny-picture"] as const;

/**
 * What struck the machine about a request: told to staff with what it does and does not mean, and deciding nothing. No rule of
 * this portal reads them, and the person is neither delayed nor asked anything because of one. GDPR Art. 22(1), 5(1)(d).
 * `about`: the other request; `isSamePerson`: both give one e-mail address. `fileId`: the document it is about, in this request.
 */
export const signalSchema = z.discriminatedUnion("signal", [
  z.strictObject({ signal: z.enum(likenesses), about: z.string(), isSamePerson: z.boolean(), fileId: z.uuid() }),
  z.strictObject({ signal: z.enum(flaws), fileId: z.uuid() }),
  z.strictObject({ signal: z.literal("many-from-one-network") }),
]);
export type Signal = z.infer<typeof signalSchema>;
export type SignalName = Signal["signal"];

/** Are these one signal, told twice? The same two requests alike once more, the same file once more. */
export function isSameSignal(one: Signal, other: Signal): boolean {
  if ("about" in one && "about" in other) return one.about === other.about && (one.signal === other.signal || other.signal === "same-picture");
  return one.signal === other.signal && ("fileId" in one ? "fileId" in other && one.fileId === other.fileId : true);
}
