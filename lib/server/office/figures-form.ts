import "server-only";
import { redirect } from "next/navigation";
import { typedOf } from "../form";
import { publishFigures } from "../publish-figures";
import { requireStaff } from "../session";

/** Publishes the figures of the year, or takes them back; anything but the one word takes them back. Permission `figures.publish`. */
export async function publishForm(form: FormData): Promise<void> {
  const actor = await requireStaff("figures.publish");
  const isPublic = typedOf(form).isPublic === "yes";
  await publishFigures(actor, isPublic);
  redirect(`/office/figures?done=${isPublic ? "figuresPublished" : "figuresTakenBack"}`);
}
