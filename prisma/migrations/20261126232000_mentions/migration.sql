-- CreateTable
CREATE TABLE "Mention" (
    "eventId" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("eventId","staffId")
);

-- CreateIndex
CREATE INDEX "Mention_staffId_at_idx" ON "Mention"("staffId", "at");

-- CreateIndex
CREATE INDEX "Mention_reference_idx" ON "Mention"("reference");

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_reference_fkey" FOREIGN KEY ("reference") REFERENCES "SubjectRequest"("reference") ON DELETE RESTRICT ON UPDATE CASCADE;
