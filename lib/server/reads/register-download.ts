import "server-only";
import { nothingThere } from "../files/answer";
import { mayFetch } from "../files/fetch-site";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { filterFrom } from "@/lib/request/queue-filter";
import { log } from "../log";
import { currentStaff } from "../session";
import { registerExport, type RegisterFormat } from "./register";

const types: Record<RegisterFormat, string> = { csv: "text/csv; charset=utf-8; header=present", json: "application/json" };

/** The register as a download, for what the address filters as that of the queue does. 404 for whoever may not. */
export async function registerDownload(request: Request, format: RegisterFormat): Promise<Response> {
  if (!mayFetch(request.headers)) return new Response(null, { status: 403 });
  const actor = await currentStaff();
  if (!actor?.permissions.has("register.read")) return nothingThere();
  // Whoever only asks whether it is there takes nothing away.
  if (request.method === "HEAD") return new Response(null, { headers: { "Content-Type": types[format], "Cache-Control": "private, no-store" } });
  const asked = new URL(request.url).searchParams;
  const found = await registerExport(actor, filterFrom((name) => asked.get(name)), format);
  if (!found) return nothingThere();
  return new Response(bodyOf(found.text), {
    headers: {
      "Content-Type": types[format],
      "Content-Disposition": `attachment; filename="register-${civilDay(now())}.${format}"`,
      "Cache-Control": "private, no-store",
      "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    },
  });
}

/** One piece when there is room for one; what breaks halfway breaks the download off rather than end it. */
function bodyOf(text: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await text.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        log.error({ code: "export_failed", error });
        controller.error(error);
      }
    },
    async cancel() {
      await text.return();
    },
  });
}
