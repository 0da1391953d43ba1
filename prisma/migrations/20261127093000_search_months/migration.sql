-- Each case has the month it came in among its tokens, as a number such as 202611: words that many requests hold are looked
-- for month by month, the latest first, until a page is full (lib/server/reads/queue-statement.ts). The index is made anew
-- at once: kept up to date row by row it would take many times as long.
DROP INDEX "SearchEntry_tokens_idx";
UPDATE "SearchEntry" entry SET tokens = entry.tokens || to_char(request."receivedOn", 'YYYYMM')::bigint
FROM "SubjectRequest" request WHERE request.reference = entry.reference;
CREATE INDEX "SearchEntry_tokens_idx" ON "SearchEntry" USING GIN ("tokens") WITH (fastupdate = off);
ANALYZE "SearchEntry" ("tokens");

-- What was found comes in the order of the day it was received.
DROP INDEX "SubjectRequest_receivedOn_idx";
CREATE INDEX "SubjectRequest_receivedOn_reference_idx" ON "SubjectRequest"("receivedOn", "reference");
