import { backFromProvider } from "@/lib/server/sign-on/back";

/** From the company's own sign-in. */
export async function GET(request: Request): Promise<Response> {
  return backFromProvider(request);
}
