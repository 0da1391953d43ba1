import { exampleDownload } from "@/lib/server/reads/import-downloads";

/** An example of a register to take over. */
export function GET(request: Request): Promise<Response> {
  return exampleDownload(request);
}
