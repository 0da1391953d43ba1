import "server-only";
import type { Signal } from "@/lib/request/check/signal";
import { db } from "../db";

/** Documents of this request on which nothing can be seen, or hardly: every one of their pages is blank or tiny. */
export async function flawsOf(reference: string): Promise<Signal[]> {
  const pages = await db().pictureMark.findMany({ where: { reference }, select: { fileId: true, flaw: true }, orderBy: [{ createdAt: "asc" }, { page: "asc" }] });
  const files = Map.groupBy(pages, ({ fileId }) => fileId);
  return [...files].flatMap(([fileId, of]): Signal[] => {
    if (of.some(({ flaw }) => flaw === null)) return [];
    return [{ signal: of.every(({ flaw }) => flaw === "blank") ? "blank-picture" : "tiny-picture", fileId }];
  });
}
