-- AlterTable
ALTER TABLE "SubjectRequest" ADD COLUMN     "incidentId" UUID;

-- CreateTable
CREATE TABLE "Incident" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "startedOn" DATE NOT NULL,
    "staffId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "answerFr" TEXT NOT NULL DEFAULT '',
    "answerEn" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentLetter" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "fr" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "staffId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "told" INTEGER NOT NULL DEFAULT 0,
    "sendingSince" TIMESTAMPTZ(3),

    CONSTRAINT "IncidentLetter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "IncidentLetter_incidentId_idx" ON "IncidentLetter"("incidentId");

-- CreateIndex
CREATE INDEX "SubjectRequest_incidentId_isOnDesk_dueOn_reference_idx" ON "SubjectRequest"("incidentId", "isOnDesk", "dueOn", "reference");

-- AddForeignKey
ALTER TABLE "SubjectRequest" ADD CONSTRAINT "SubjectRequest_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentLetter" ADD CONSTRAINT "IncidentLetter_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
