-- AlterTable
ALTER TABLE "Staff" ADD COLUMN     "issuer" TEXT,
ADD COLUMN     "subject" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Staff_issuer_subject_key" ON "Staff"("issuer", "subject");
