-- AlterTable
ALTER TABLE "SubjectRequest" ADD COLUMN     "isOnDesk" BOOLEAN NOT NULL DEFAULT false;

UPDATE "SubjectRequest" SET "isOnDesk" = true WHERE state NOT IN ('answered', 'merged', 'withdrawn');

-- CreateIndex
CREATE INDEX "SubjectRequest_isOnDesk_dueOn_reference_idx" ON "SubjectRequest"("isOnDesk", "dueOn", "reference");

-- CreateIndex
CREATE INDEX "SubjectRequest_assigneeId_isOnDesk_dueOn_reference_idx" ON "SubjectRequest"("assigneeId", "isOnDesk", "dueOn", "reference");
