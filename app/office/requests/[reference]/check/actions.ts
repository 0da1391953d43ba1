"use server";
import { acceptIdentity } from "@/lib/request/check/accept-identity";
import { askIdentity } from "@/lib/request/check/ask-identity";
import { lapseIdentity } from "@/lib/request/check/lapse-identity";
import { recordEvidence } from "@/lib/request/check/record-evidence";
import { checkZone } from "@/lib/request/check/check-zone";
import { recordIdentity } from "@/lib/request/check/record-identity";
import { reopenRequest } from "@/lib/request/check/reopen-request";
import { rejectIdentity } from "@/lib/request/check/reject-identity";
import { staffAction } from "@/lib/server/action";

export const acceptIdentityAction = staffAction(acceptIdentity);
export const rejectIdentityAction = staffAction(rejectIdentity);
export const askIdentityAction = staffAction(askIdentity);
export const recordEvidenceAction = staffAction(recordEvidence, (reference) => `/office/requests/${reference}/check`);
export const lapseIdentityAction = staffAction(lapseIdentity, (reference) => `/office/requests/${reference}/handle`);
export const recordIdentityAction = staffAction(recordIdentity, (reference) => `/office/requests/${reference}/check`);
export const reopenRequestAction = staffAction(reopenRequest, (reference) => `/office/requests/${reference}/check`);
export const checkZoneAction = staffAction(checkZone, (reference) => `/office/requests/${reference}/check`);
