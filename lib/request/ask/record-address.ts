import { z } from "zod";
import { command, refuse } from "../command";
import { isUndeliverable } from "../letters-due";
import { email, optional, paragraph } from "./text";

/**
 * An address to write to has become known: the receipt goes there. Addresses are added, never replaced, since whoever asks to
 * change one may be somebody else; but for an e-mail address at which a letter of ours could not be delivered, which gives way.
 * What was proved of that one does not count for another: GDPR Art. 12(6).
 * Refusals: `address-known`.
 */
export const recordAddress = command({
  name: "recordAddress",
  permission: "case.handle",
  checksVersion: true,
  input: z
    .object({ email: optional(email()), postalAddress: optional(paragraph(600)) })
    .strict()
    .refine((value) => value.email !== null || value.postalAddress !== null, { path: ["postalAddress"], message: "required" }),
  decide: ({ request, caseFile, input: { email, postalAddress }, newId }) => {
    const { requester } = caseFile;
    const known = isUndeliverable(request) ? null : requester.email;
    if (known || (requester.postalAddress && (postalAddress || !requester.email))) return refuse("address-known");
    const next = email ?? known;
    const emailChanged = next !== requester.email && { emailChanged: true as const };
    return {
      events: [{ id: newId(), type: "AddressRecorded", data: { way: next ? "email" : "post", ...emailChanged } }],
      caseFile: { ...caseFile, requester: { ...requester, email: next, postalAddress: postalAddress ?? requester.postalAddress } },
    };
  },
});
