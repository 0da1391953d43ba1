-- Directives that were recorded have no last day; those refused, withdrawn or merged are erased like everything else. Of a row not counted yet nothing is known, and it is kept.
ALTER TABLE "SubjectRequest" ADD COLUMN "keepsDirective" BOOLEAN NOT NULL DEFAULT false;

UPDATE "SubjectRequest" SET "keepsDirective" = true
WHERE "rights" @> ARRAY['post-mortem-directive']::text[] AND "state" NOT IN ('withdrawn', 'merged')
  AND ("tallyVersion" = 0 OR EXISTS (SELECT 1 FROM unnest("rights", "outcomes") AS claim("asked", "outcome") WHERE "asked" = 'post-mortem-directive' AND "outcome" IN ('fulfilled', 'partly-fulfilled')));

-- The oldest closed case that still has its key and a last day: looked for every night, and again after each one erased.
DROP INDEX "SubjectRequest_closed_idx";
CREATE INDEX "SubjectRequest_closed_idx" ON "SubjectRequest"("keepsDirective", "closedAt") WHERE "closedAt" IS NOT NULL AND "wrappedKey" IS NOT NULL;
