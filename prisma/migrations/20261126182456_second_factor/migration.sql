-- AlterTable
ALTER TABLE "StaffSession" ADD COLUMN     "device" TEXT,
ADD COLUMN     "provenAt" TIMESTAMPTZ(3),
ADD COLUMN     "twoFactors" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "SecondFactor" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "confirmed" BOOLEAN NOT NULL DEFAULT false,
    "wrappedKey" BYTEA NOT NULL,
    "lastStep" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SecondFactor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "staffId" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("staffId","hash")
);

-- CreateTable
CREATE TABLE "HalfSession" (
    "tokenHash" BYTEA NOT NULL,
    "staffId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "isKnownDevice" BOOLEAN NOT NULL,
    "triesLeft" INTEGER NOT NULL DEFAULT 5,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "provenAt" TIMESTAMPTZ(3),
    "spentAt" TIMESTAMPTZ(3),

    CONSTRAINT "HalfSession_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "SignInSettings" (
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staffId" UUID NOT NULL,
    "isFactorForAll" BOOLEAN NOT NULL,

    CONSTRAINT "SignInSettings_pkey" PRIMARY KEY ("version")
);

-- CreateIndex
CREATE UNIQUE INDEX "SecondFactor_staffId_confirmed_key" ON "SecondFactor"("staffId", "confirmed");

-- CreateIndex
CREATE INDEX "HalfSession_staffId_idx" ON "HalfSession"("staffId");

-- CreateIndex
CREATE INDEX "HalfSession_createdAt_idx" ON "HalfSession"("createdAt");

-- AddForeignKey
ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HalfSession" ADD CONSTRAINT "HalfSession_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
