-- AlterTable
ALTER TABLE "SubjectRequest" ADD COLUMN     "suspendedOn" DATE,
ADD COLUMN     "targetOn" DATE;

-- CreateTable
CREATE TABLE "ClockSettings" (
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staffId" UUID NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "ClockSettings_pkey" PRIMARY KEY ("version")
);

-- CreateIndex
CREATE INDEX "ClockSettings_at_idx" ON "ClockSettings"("at");
