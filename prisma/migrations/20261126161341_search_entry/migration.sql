-- CreateTable
CREATE TABLE "SearchEntry" (
    "reference" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "tokens" BIGINT[],

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("reference")
);

-- CreateIndex: new entries go to their place at once, so that no search reads through a list of those that wait
CREATE INDEX "SearchEntry_tokens_idx" ON "SearchEntry" USING GIN ("tokens") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "SearchEntry_version_idx" ON "SearchEntry"("version");

-- AddForeignKey
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_reference_fkey" FOREIGN KEY ("reference") REFERENCES "SubjectRequest"("reference") ON DELETE CASCADE ON UPDATE CASCADE;
