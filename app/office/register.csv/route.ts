import { registerDownload } from "@/lib/server/reads/register-download";

/** The register of what a filter of the queue shows, to download. */
export function GET(request: Request): Promise<Response> {
  return registerDownload(request, "csv");
}
