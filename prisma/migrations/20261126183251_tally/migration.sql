-- AlterTable
ALTER TABLE "SubjectRequest" ADD COLUMN     "answeredOn" DATE,
ADD COLUMN     "extensionMonths" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "isOnTime" BOOLEAN,
ADD COLUMN     "outcomes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "refusalGrounds" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "tallyVersion" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "wasSuspended" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "FigureCell" (
    "kind" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "onTime" INTEGER NOT NULL,
    "suspended" INTEGER NOT NULL,
    "extended" INTEGER NOT NULL,

    CONSTRAINT "FigureCell_pkey" PRIMARY KEY ("month","kind","by","key","days")
);

-- CreateIndex
CREATE INDEX "SubjectRequest_tallyVersion_idx" ON "SubjectRequest"("tallyVersion");

-- CreateIndex
CREATE INDEX "SubjectRequest_receivedOn_idx" ON "SubjectRequest"("receivedOn");

-- CreateIndex
CREATE INDEX "SubjectRequest_answeredOn_idx" ON "SubjectRequest"("answeredOn");
