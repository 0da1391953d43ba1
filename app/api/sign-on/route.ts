import { startSignOn } from "@/lib/server/sign-on/start";

/** To the company's own sign-in. */
export async function GET(request: Request): Promise<Response> {
  return startSignOn(request);
}
