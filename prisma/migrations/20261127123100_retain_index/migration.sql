-- The oldest closed case that still has its key: looked for every night, and again after each one erased.
CREATE INDEX "SubjectRequest_closed_idx" ON "SubjectRequest"("closedAt") WHERE "closedAt" IS NOT NULL AND "wrappedKey" IS NOT NULL;
