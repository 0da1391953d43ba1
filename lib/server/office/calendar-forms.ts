import "server-only";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { newCalendarFeed, revokeCalendarFeed } from "../calendar/feed";
import { stateSent } from "../form";
import { requireStaff } from "../session";
import type { LinkState } from "./staff-forms";

/** Makes the secret address of one's own calendar and shows it, once; one made before stops answering. Permission `case.handle`. */
export async function calendarForm(sent: LinkState): Promise<LinkState> {
  const actor = await requireStaff("case.handle");
  const state = stateSent(sent);
  const url = await newCalendarFeed(actor);
  refresh();
  return { errors: {}, refusal: null, typed: {}, attempt: state.attempt + 1, link: { url, name: "" } };
}

/** Takes the address of one's own calendar away. Permission `case.handle`. */
export async function revokeCalendarForm(): Promise<void> {
  await revokeCalendarFeed(await requireStaff("case.handle"));
  redirect("/office/account?done=calendar");
}
