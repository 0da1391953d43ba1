-- CreateTable
CREATE TABLE "SearchEntry" (
    "reference" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "tokens" BIGINT[],

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("reference")
);

-- CreateIndex
CREATE INDEX "SearchEntry_tokens_idx" ON "SearchEntry" USING GIN ("tokens");

-- CreateIndex
CREATE INDEX "SearchEntry_version_idx" ON "SearchEntry"("version");

-- AddForeignKey
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_reference_fkey" FOREIGN KEY ("reference") REFERENCES "SubjectRequest"("reference") ON DELETE CASCADE ON UPDATE CASCADE;
