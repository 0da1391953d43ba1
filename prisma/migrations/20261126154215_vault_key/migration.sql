-- CreateTable
CREATE TABLE "VaultKey" (
    "version" INTEGER NOT NULL,
    "check" BYTEA NOT NULL,
    "lookupKey" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "VaultKey_pkey" PRIMARY KEY ("version")
);
