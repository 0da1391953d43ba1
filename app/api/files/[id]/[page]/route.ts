import { servePage } from "@/lib/server/files/serve";

/** One page of a document, as a picture. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string; page: string }> }): Promise<Response> {
  const { id, page } = await params;
  return servePage(request, id, page);
}
