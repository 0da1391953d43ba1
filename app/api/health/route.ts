import { health } from "@/lib/server/reads/health";

export const dynamic = "force-dynamic";

/** 200 when all is well, 503 with the part that is not. Says nothing but names of parts. */
export async function GET(): Promise<Response> {
  const parts = await health();
  const well = Object.values(parts).every((state) => state === "ok");
  return Response.json({ status: well ? "ok" : "failing", ...parts }, { status: well ? 200 : 503 });
}
