-- What is on the desk under each right, by date: an array has no index in the order of another column, and what few have was counted by reading all.
CREATE INDEX "SubjectRequest_right_access_idx" ON "SubjectRequest"("isOnDesk", "dueOn", "reference") WHERE "rights" @> ARRAY['access']::text[];
CREATE INDEX "SubjectRequest_right_rectification_idx" ON "SubjectRequest"("isOnDesk", "dueOn", "reference") WHERE "rights" @> ARRAY['rectification']::text[];
CREATE INDEX "SubjectRequest_right_erasure_idx" ON "SubjectRequest"("isOnDesk", "dueOn", "reference") WHERE "rights" @> ARRAY['erasure']::text[];
CREATE INDEX "SubjectRequest_right_restriction_idx" ON "SubjectRequest"("isOnDesk", "dueOn", "reference") WHERE "rights" @> ARRAY['restriction']::text[];
CREATE INDEX "SubjectRequest_right_portability_idx" ON "SubjectRequest"("isOnDesk", "dueOn", "reference") WHERE "rights" @> ARRAY['portability']::text[];
CREATE INDEX "SubjectRequest_right_objection_idx" ON "SubjectRequest"("isOnDesk", "dueOn", "reference") WHERE "rights" @> ARRAY['objection']::text[];
CREATE INDEX "SubjectRequest_right_withdraw_consent_idx" ON "SubjectRequest"("isOnDesk", "dueOn", "reference") WHERE "rights" @> ARRAY['withdraw-consent']::text[];
CREATE INDEX "SubjectRequest_right_human_review_idx" ON "SubjectRequest"("isOnDesk", "dueOn", "reference") WHERE "rights" @> ARRAY['human-review']::text[];
CREATE INDEX "SubjectRequest_right_transfers_idx" ON "SubjectRequest"("isOnDesk", "dueOn", "reference") WHERE "rights" @> ARRAY['transfers']::text[];
CREATE INDEX "SubjectRequest_right_post_mortem_directive_idx" ON "SubjectRequest"("isOnDesk", "dueOn", "reference") WHERE "rights" @> ARRAY['post-mortem-directive']::text[];
CREATE INDEX "SubjectRequest_right_deceased_idx" ON "SubjectRequest"("isOnDesk", "dueOn", "reference") WHERE "rights" @> ARRAY['deceased']::text[];

DROP INDEX "SubjectRequest_rights_idx";

-- What an answer is owed to and whose time runs, by date: late or soon due.
CREATE INDEX "SubjectRequest_owing_idx" ON "SubjectRequest"("dueOn", "reference") WHERE "isOnDesk" AND NOT "suspended" AND "state" = ANY (ARRAY['new','awaiting-identity','identity-to-check','in-progress','awaiting-answer']::text[]);
