-- AlterTable
ALTER TABLE "SubjectRequest" ADD COLUMN     "answeredOn" DATE,
ADD COLUMN     "extensionMonths" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "isOnTime" BOOLEAN,
ADD COLUMN     "outcomes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "refusalGrounds" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "tallyVersion" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "wasSuspended" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "SubjectRequest_tallyVersion_idx" ON "SubjectRequest"("tallyVersion");

-- CreateIndex
CREATE INDEX "SubjectRequest_receivedOn_channel_locale_rights_idx" ON "SubjectRequest"("receivedOn", "channel", "locale", "rights");

-- CreateIndex
CREATE INDEX "SubjectRequest_answeredOn_receivedOn_channel_locale_rights__idx" ON "SubjectRequest"("answeredOn", "receivedOn", "channel", "locale", "rights", "isOnTime", "wasSuspended", "extensionMonths", "refusalGrounds");
