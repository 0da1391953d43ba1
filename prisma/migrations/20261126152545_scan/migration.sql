-- AlterTable
ALTER TABLE "File" ADD COLUMN     "original" UUID,
ADD COLUMN     "scan" TEXT NOT NULL DEFAULT 'not-scanned';

-- CreateIndex
CREATE INDEX "File_scan_idx" ON "File"("scan");
