import { z } from "zod";
import { mayBeWrittenTo } from "../case-file";
import { command, refuse } from "../command";
import { email, optional, paragraph } from "./text";

/**
 * An address to write to has become known after a call or a visit that left none: the receipt goes there. Addresses are
 * added, never replaced: whoever asks to change one may be somebody else. Refusals: `address-known`.
 */
export const recordAddress = command({
  name: "recordAddress",
  permission: "case.handle",
  checksVersion: true,
  input: z
    .object({ email: optional(email()), postalAddress: optional(paragraph(600)) })
    .strict()
    .refine((value) => value.email !== null || value.postalAddress !== null, { path: ["postalAddress"], message: "required" }),
  decide: ({ caseFile, input: { email, postalAddress }, newId }) => {
    if (mayBeWrittenTo(caseFile)) return refuse("address-known");
    return {
      events: [{ id: newId(), type: "AddressRecorded", data: { way: email ? "email" : "post" } }],
      caseFile: { ...caseFile, requester: { ...caseFile.requester, email, postalAddress: postalAddress ?? caseFile.requester.postalAddress } },
    };
  },
});
