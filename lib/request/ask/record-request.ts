import { instantOf } from "@/lib/law/calendar";
import type { TimeLimitPolicy } from "@/lib/law/time-limit-policy";
import type { RequesterKind } from "@/lib/law/requesters";
import { receiptOf } from "../arrival";
import type { Came } from "./arrival-input";
import { deceasedOf, filedClaims } from "./filed-claims";
import type { Filing } from "./file-request";
import { type Told, toldClaim } from "./told-answers";

type RecordFacts = { came: Came; told: Told; policy: TimeLimitPolicy; timeZone: string; newId: () => string; eventId: string; follows: string | null };

/**
 * Turns what staff know of a letter, a mail, a call or a visit into a request, with the clock from the day it reached the
 * company: however late it is recorded, whatever is still missing. GDPR Art. 12(3); EDPB Guidelines 01/2022, 52.
 */
export function recordRequest({ came, told, policy, timeZone, newId, eventId, follows }: RecordFacts): Filing {
  const { channel, cameOn, rights, isRegistered } = came;
  const trackingNumber = isRegistered ? told.trackingNumber : null;
  const arrival = came.arrival.post?.kind === "registered" ? { ...came.arrival, post: { ...came.arrival.post, isNumbered: trackingNumber !== null } } : came.arrival;
  const receivedOn = receiptOf(cameOn, arrival, policy);
  const claims = Object.fromEntries(rights.map((right) => [newId(), toldClaim(right, told)]));
  const deceased = deceasedOf(Object.values(claims));
  const requesterKind: RequesterKind = deceased ? "heir" : told.onBehalf === "other" ? "representative" : "data-subject";
  return {
    event: {
      id: eventId,
      type: "RequestFiled",
      data: {
        claims: filedClaims(claims),
        requesterKind,
        channel,
        arrival,
        locale: told.locale,
        receivedAt: instantOf(receivedOn, timeZone, arrival.hour),
        receivedOn,
        files: [],
        ...(follows && { follows }),
        hasEmail: told.email !== null,
      },
    },
    caseFile: {
      requester: { name: told.name, email: told.email, postalAddress: told.postalAddress, customerNumber: told.customerNumber },
      represented: requesterKind === "representative" && told.behalfOf ? { name: told.behalfOf } : null,
      deceased,
      words: told.words,
      trackingNumber,
      claims,
      tasks: [],
      joined: [],
      messages: [],
      notes: [],
      explanations: {},
      replyDraft: null,
      replies: [],
    },
  };
}
