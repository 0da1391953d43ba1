import { findingsDownload } from "@/lib/server/reads/import-downloads";

/** What was remarked about a register, line by line, to download. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return findingsDownload(request, (await params).id);
}
