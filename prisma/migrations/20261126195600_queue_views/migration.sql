-- CreateTable
CREATE TABLE "QueueView" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "isShared" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "QueueView_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "QueueView_isShared_idx" ON "QueueView"("isShared");

-- CreateIndex
CREATE UNIQUE INDEX "QueueView_staffId_name_key" ON "QueueView"("staffId", "name");

-- AddForeignKey
ALTER TABLE "QueueView" ADD CONSTRAINT "QueueView_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
