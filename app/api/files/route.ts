import { upload } from "@/lib/server/files/upload";

/** `POST /api/files?for=draft|follow|reply&purpose=…&locale=…[&reference=…]`: see `lib/server/files/upload.ts`. */
export function POST(request: Request): Promise<Response> {
  return upload(request);
}
