import "server-only";
import { redirect } from "next/navigation";
import { parseReference } from "@/lib/request/reference";
import { db } from "../db";
import { typedOf } from "../form";
import { searchAddress } from "../search-address";
import { casesOf } from "../reach";
import { requireStaff } from "../session";

/** From the search box to its results, or straight to the case whose reference was typed, if they see it. Permission `case.read`. */
export async function searchForm(form: FormData): Promise<void> {
  const actor = await requireStaff("case.read");
  const { words } = typedOf(form);
  const typed = typeof words === "string" ? words.trim() : "";
  const reference = parseReference(typed);
  if (reference && (await db().subjectRequest.findFirst({ where: { reference, AND: [casesOf(actor)] }, select: { reference: true } }))) redirect(`/office/requests/${reference}`);
  redirect(typed === "" ? "/office" : await searchAddress(actor, typed));
}
