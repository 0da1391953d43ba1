-- What the queue is sorted by: the date that matters. Before, what someone wrote after a reply of last spring stood above all that was late, and what the law
-- wants at once stood behind the whole backlog. Indexes first: with them, every row would be written into each.
DROP INDEX "SubjectRequest_isOnDesk_dueOn_reference_idx";
DROP INDEX "SubjectRequest_suspended_isOnDesk_dueOn_reference_idx";
DROP INDEX "SubjectRequest_assigneeId_isOnDesk_dueOn_reference_idx";
DROP INDEX "SubjectRequest_teamId_isOnDesk_dueOn_reference_idx";
DROP INDEX "SubjectRequest_locale_isOnDesk_dueOn_reference_idx";
DROP INDEX "SubjectRequest_dueOn_reference_idx";
DROP INDEX "SubjectRequest_incidentId_isOnDesk_dueOn_reference_idx";
DROP INDEX "SubjectRequest_hasLettersToPost_dueOn_reference_idx";
DROP INDEX "SubjectRequest_hasOpenTasks_dueOn_reference_idx";
DROP INDEX "SubjectRequest_right_access_idx";
DROP INDEX "SubjectRequest_right_rectification_idx";
DROP INDEX "SubjectRequest_right_erasure_idx";
DROP INDEX "SubjectRequest_right_restriction_idx";
DROP INDEX "SubjectRequest_right_portability_idx";
DROP INDEX "SubjectRequest_right_objection_idx";
DROP INDEX "SubjectRequest_right_withdraw_consent_idx";
DROP INDEX "SubjectRequest_right_human_review_idx";
DROP INDEX "SubjectRequest_right_transfers_idx";
DROP INDEX "SubjectRequest_right_post_mortem_directive_idx";
DROP INDEX "SubjectRequest_right_deceased_idx";

ALTER TABLE "SubjectRequest" ADD COLUMN "messageDueOn" DATE;

-- A week from the last message; in the time zone of the rows' other dates, or nearly: the next event of the case says it exactly.
UPDATE "SubjectRequest" SET "messageDueOn" = (SELECT max(at)::date + 7 FROM "Event" WHERE "Event".reference = "SubjectRequest".reference AND type = 'MessageReceived') WHERE state = 'message-after-reply';

ALTER TABLE "SubjectRequest" ADD COLUMN "actOn" DATE GENERATED ALWAYS AS (
  CASE WHEN state = 'message-after-reply' THEN coalesce("messageDueOn", "dueOn") WHEN "effectAtOnce" THEN least("targetOn", "dueOn") ELSE "dueOn" END) STORED;

CREATE INDEX "SubjectRequest_state_actOn_reference_idx" ON "SubjectRequest"("state", "actOn", "reference");
CREATE INDEX "SubjectRequest_isOnDesk_actOn_reference_idx" ON "SubjectRequest"("isOnDesk", "actOn", "reference");
CREATE INDEX "SubjectRequest_suspended_isOnDesk_actOn_reference_idx" ON "SubjectRequest"("suspended", "isOnDesk", "actOn", "reference");
CREATE INDEX "SubjectRequest_assigneeId_isOnDesk_actOn_reference_idx" ON "SubjectRequest"("assigneeId", "isOnDesk", "actOn", "reference");
CREATE INDEX "SubjectRequest_teamId_isOnDesk_actOn_reference_idx" ON "SubjectRequest"("teamId", "isOnDesk", "actOn", "reference");
CREATE INDEX "SubjectRequest_locale_isOnDesk_actOn_reference_idx" ON "SubjectRequest"("locale", "isOnDesk", "actOn", "reference");
CREATE INDEX "SubjectRequest_actOn_reference_idx" ON "SubjectRequest"("actOn", "reference");
CREATE INDEX "SubjectRequest_incidentId_isOnDesk_actOn_reference_idx" ON "SubjectRequest"("incidentId", "isOnDesk", "actOn", "reference");
CREATE INDEX "SubjectRequest_hasLettersToPost_actOn_reference_idx" ON "SubjectRequest"("hasLettersToPost", "actOn", "reference");
CREATE INDEX "SubjectRequest_hasOpenTasks_actOn_reference_idx" ON "SubjectRequest"("hasOpenTasks", "actOn", "reference");

CREATE INDEX "SubjectRequest_right_access_idx" ON "SubjectRequest"("isOnDesk", "actOn", "reference") WHERE "rights" @> ARRAY['access']::text[];
CREATE INDEX "SubjectRequest_right_rectification_idx" ON "SubjectRequest"("isOnDesk", "actOn", "reference") WHERE "rights" @> ARRAY['rectification']::text[];
CREATE INDEX "SubjectRequest_right_erasure_idx" ON "SubjectRequest"("isOnDesk", "actOn", "reference") WHERE "rights" @> ARRAY['erasure']::text[];
CREATE INDEX "SubjectRequest_right_restriction_idx" ON "SubjectRequest"("isOnDesk", "actOn", "reference") WHERE "rights" @> ARRAY['restriction']::text[];
CREATE INDEX "SubjectRequest_right_portability_idx" ON "SubjectRequest"("isOnDesk", "actOn", "reference") WHERE "rights" @> ARRAY['portability']::text[];
CREATE INDEX "SubjectRequest_right_objection_idx" ON "SubjectRequest"("isOnDesk", "actOn", "reference") WHERE "rights" @> ARRAY['objection']::text[];
CREATE INDEX "SubjectRequest_right_withdraw_consent_idx" ON "SubjectRequest"("isOnDesk", "actOn", "reference") WHERE "rights" @> ARRAY['withdraw-consent']::text[];
CREATE INDEX "SubjectRequest_right_human_review_idx" ON "SubjectRequest"("isOnDesk", "actOn", "reference") WHERE "rights" @> ARRAY['human-review']::text[];
CREATE INDEX "SubjectRequest_right_transfers_idx" ON "SubjectRequest"("isOnDesk", "actOn", "reference") WHERE "rights" @> ARRAY['transfers']::text[];
CREATE INDEX "SubjectRequest_right_post_mortem_directive_idx" ON "SubjectRequest"("isOnDesk", "actOn", "reference") WHERE "rights" @> ARRAY['post-mortem-directive']::text[];
CREATE INDEX "SubjectRequest_right_deceased_idx" ON "SubjectRequest"("isOnDesk", "actOn", "reference") WHERE "rights" @> ARRAY['deceased']::text[];

-- What takes effect without waiting for the reply.
CREATE INDEX "SubjectRequest_at_once_idx" ON "SubjectRequest"("actOn", "reference") WHERE "isOnDesk" AND "effectAtOnce";

ANALYZE "SubjectRequest";
