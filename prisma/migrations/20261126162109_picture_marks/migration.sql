-- CreateTable
CREATE TABLE "PictureMark" (
    "fileId" UUID NOT NULL,
    "page" INTEGER NOT NULL,
    "reference" TEXT,
    "exact" BYTEA,
    "bands" BYTEA[],
    "flaw" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PictureMark_pkey" PRIMARY KEY ("fileId","page")
);

-- CreateIndex
CREATE INDEX "PictureMark_reference_idx" ON "PictureMark"("reference");

-- CreateIndex
CREATE INDEX "PictureMark_exact_idx" ON "PictureMark"("exact");

-- CreateIndex
CREATE INDEX "PictureMark_bands_idx" ON "PictureMark" USING GIN ("bands");

-- CreateIndex
CREATE INDEX "PictureMark_createdAt_idx" ON "PictureMark"("createdAt");
