import { serveKeptFile } from "@/lib/server/files/serve";

/** A file of a reply or of an internal note, to download. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return serveKeptFile(request, (await params).id);
}
