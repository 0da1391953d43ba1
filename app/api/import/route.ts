import { uploadRegister } from "@/lib/server/files/register-upload";

/** `POST /api/import`: a register to take over, as a form with `source` and `file`. */
export function POST(request: Request): Promise<Response> {
  return uploadRegister(request);
}
