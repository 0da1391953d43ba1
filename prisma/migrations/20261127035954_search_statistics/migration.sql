-- CreateIndex
CREATE INDEX "SubjectRequest_suspended_isOnDesk_dueOn_reference_idx" ON "SubjectRequest"("suspended", "isOnDesk", "dueOn", "reference");

-- How often a word occurs decides how it is looked for. By default a million requests leave a thousand words known and all the
-- others taken for common: a rare name was then looked for among all requests, in seconds. Ten times as many are kept.
ALTER TABLE "SearchEntry" ALTER COLUMN "tokens" SET STATISTICS 1000;
ANALYZE "SearchEntry" ("tokens");
