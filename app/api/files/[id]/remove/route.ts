import { remove } from "@/lib/server/files/remove";

/** `POST /api/files/<id>/remove?for=…&locale=…[&reference=…][&purpose=…]`: takes back a file not yet sent. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return remove(request, (await params).id);
}
