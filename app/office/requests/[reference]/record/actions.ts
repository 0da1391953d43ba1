"use server";
import { addReceiptProof } from "@/lib/request/ask/add-receipt-proof";
import { recordAddress } from "@/lib/request/ask/record-address";
import { recordPosting } from "@/lib/request/reply/record-posting";
import { staffAction } from "@/lib/server/action";

export const addReceiptProofAction = staffAction(addReceiptProof);
export const recordAddressAction = staffAction(recordAddress);
export const recordPostingAction = staffAction(recordPosting);
