import "server-only";
import { addReceiptProof } from "@/lib/request/ask/add-receipt-proof";
import { perform } from "../perform";
import { currentStaff } from "../session";
import type { Owner } from "./owner";
import { UploadProblem } from "./problem";

/**
 * A scan of how the request came joins the case as soon as it is taken in: one button, no second step to forget. A scan that
 * an interrupted upload left behind joins it with the next. @throws UploadProblem when the case takes it no more
 */
export async function attachProof({ reference }: Owner): Promise<void> {
  const staff = await currentStaff();
  if (!staff || !reference) throw new UploadProblem("expired");
  const added = await perform(staff, addReceiptProof, { by: "scan", trackingNumber: null }, { reference });
  if ("refused" in added) throw new UploadProblem("closed");
}
