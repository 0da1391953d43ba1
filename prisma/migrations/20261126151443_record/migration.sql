-- AlterTable
ALTER TABLE "SubjectRequest" ADD COLUMN     "hasLettersToPost" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "lacksReceiptProof" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "SubjectRequest_hasLettersToPost_dueOn_reference_idx" ON "SubjectRequest"("hasLettersToPost", "dueOn", "reference");
