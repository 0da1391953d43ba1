import "server-only";
import { db } from "../db";

/**
 * Equal bands, of 32, from which two pictures are taken for one. Measured: scaled, compressed anew, brightened, under a
 * watermark or cut by 1 % a picture keeps 18 to 32; two cards of one model, their photographs covered alike, share 11.
 */
const leastBands = 16;
/** So many other requests are told, the newest: who sends one picture a hundred times is seen by the first. */
const mostTold = 5;

export type Alike = { fileId: string; about: string; otherFileId: string; isExact: boolean };

/** Pictures of other requests that are one of this request's: for each request the likest. By hashes alone, newest first. */
export async function alikeTo(reference: string): Promise<Alike[]> {
  return db().$queryRaw<Alike[]>`
    select * from (
      select distinct on (other.reference) mine."fileId"::text as "fileId", other.reference as about, other."fileId"::text as "otherFileId",
        coalesce(other.exact = mine.exact, false) as "isExact", other."createdAt"
      from "PictureMark" mine
      join "PictureMark" other on other.reference <> mine.reference and (other.exact = mine.exact or other.bands && mine.bands)
      where mine.reference = ${reference}
        and (other.exact = mine.exact or (select count(*) from unnest(mine.bands) band where band = any(other.bands)) >= ${leastBands})
      order by other.reference, coalesce(other.exact = mine.exact, false) desc, other."createdAt" desc
    ) alike order by "createdAt" desc limit ${mostTold}`;
}
