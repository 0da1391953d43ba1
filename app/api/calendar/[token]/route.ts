import { calendarAt } from "@/lib/server/reads/calendar";
import { nothingThere } from "@/lib/server/files/answer";

/** The due dates of a member of staff, for their calendar, at a secret address: `/api/calendar/<token>.ics`. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const calendar = await calendarAt((await params).token);
  if (calendar === null) return nothingThere();
  return new Response(calendar, { headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": 'inline; filename="rightsdesk.ics"', "Cache-Control": "private, no-store" } });
}
