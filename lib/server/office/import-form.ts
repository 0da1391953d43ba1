import "server-only";
import { notFound, redirect } from "next/navigation";
import { beginImport } from "../import/begin";
import { isId } from "../reads/register-imports";
import { requireStaff } from "../session";

/** Takes over a register that was checked; back to its page, which tells how far it is. Permission `register.import`. */
export async function importForm(id: string): Promise<void> {
  const actor = await requireStaff("register.import");
  if (typeof id !== "string" || !isId(id)) notFound();
  await beginImport(actor, id);
  redirect(`/office/import/${id}`);
}
