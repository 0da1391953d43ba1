-- AlterTable
ALTER TABLE "Staff" ADD COLUMN     "awayFrom" DATE,
ADD COLUMN     "awayUntil" DATE,
ADD COLUMN     "caseScope" TEXT NOT NULL DEFAULT 'all',
ADD COLUMN     "standInId" UUID,
ADD COLUMN     "teamId" UUID;

-- AlterTable
ALTER TABLE "SubjectRequest" ADD COLUMN     "teamId" UUID;

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssignmentRules" (
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staffId" UUID NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "AssignmentRules_pkey" PRIMARY KEY ("version")
);

-- CreateIndex
CREATE INDEX "Staff_teamId_idx" ON "Staff"("teamId");

-- CreateIndex
CREATE INDEX "SubjectRequest_teamId_isOnDesk_dueOn_reference_idx" ON "SubjectRequest"("teamId", "isOnDesk", "dueOn", "reference");

-- AddForeignKey
ALTER TABLE "SubjectRequest" ADD CONSTRAINT "SubjectRequest_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Staff" ADD CONSTRAINT "Staff_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Staff" ADD CONSTRAINT "Staff_standInId_fkey" FOREIGN KEY ("standInId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
