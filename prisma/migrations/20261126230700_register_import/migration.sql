-- CreateTable
CREATE TABLE "RegisterImport" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "wrappedKey" BYTEA,
    "blob" UUID,
    "problem" TEXT,
    "problemLine" INTEGER NOT NULL DEFAULT 0,
    "problemColumn" TEXT,
    "readBytes" INTEGER NOT NULL DEFAULT 0,
    "doneLines" INTEGER NOT NULL DEFAULT 0,
    "lines" INTEGER NOT NULL DEFAULT 0,
    "ready" INTEGER NOT NULL DEFAULT 0,
    "known" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "wrong" INTEGER NOT NULL DEFAULT 0,
    "warned" INTEGER NOT NULL DEFAULT 0,
    "unknownColumns" INTEGER NOT NULL DEFAULT 0,
    "findingCount" INTEGER NOT NULL DEFAULT 0,
    "imported" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RegisterImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportFinding" (
    "importId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "isError" BOOLEAN NOT NULL,

    CONSTRAINT "ImportFinding_pkey" PRIMARY KEY ("importId","line","column","code")
);

-- CreateTable
CREATE TABLE "ImportedLine" (
    "key" BYTEA NOT NULL,
    "content" BYTEA,
    "reference" TEXT NOT NULL,

    CONSTRAINT "ImportedLine_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "RegisterImport_createdAt_idx" ON "RegisterImport"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ImportedLine_reference_key" ON "ImportedLine"("reference");

-- AddForeignKey
ALTER TABLE "RegisterImport" ADD CONSTRAINT "RegisterImport_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportFinding" ADD CONSTRAINT "ImportFinding_importId_fkey" FOREIGN KEY ("importId") REFERENCES "RegisterImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;
