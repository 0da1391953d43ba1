-- AlterTable
ALTER TABLE "File" ADD COLUMN     "checkedAt" TIMESTAMPTZ(3),
ADD COLUMN     "fault" TEXT;

-- CreateIndex
CREATE INDEX "File_checkedAt_idx" ON "File"("checkedAt");

-- CreateIndex
CREATE INDEX "File_fault_idx" ON "File"("fault");
