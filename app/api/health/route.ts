import { health } from "@/lib/server/reads/health";

export const dynamic = "force-dynamic";

/** 200 when it serves, 503 with the part that fails; damaged or missing files want attention and stop nobody. Says nothing but names of parts. */
export async function GET(): Promise<Response> {
  const { files, ...parts } = await health();
  const serves = Object.values(parts).every((state) => state === "ok");
  const status = !serves ? "failing" : files === "ok" ? "ok" : "attention";
  return Response.json({ status, ...parts, files }, { status: serves ? 200 : 503 });
}
