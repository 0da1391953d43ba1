import { serveReplyFile } from "@/lib/server/files/serve";

/** A file of a reply, to download. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return serveReplyFile(request, (await params).id);
}
