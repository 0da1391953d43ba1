-- CreateTable
CREATE TABLE "Digest" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "on" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "reference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "staffId" UUID NOT NULL,
    "digestId" UUID NOT NULL,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("reference","kind","on","staffId")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "staffId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("staffId")
);

-- CreateIndex
CREATE INDEX "Digest_on_idx" ON "Digest"("on");

-- CreateIndex
CREATE UNIQUE INDEX "Digest_staffId_on_key" ON "Digest"("staffId", "on");

-- CreateIndex
CREATE INDEX "Reminder_digestId_idx" ON "Reminder"("digestId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE INDEX "SubjectRequest_state_targetOn_idx" ON "SubjectRequest"("state", "targetOn");

-- CreateIndex
CREATE INDEX "SubjectRequest_suspendedOn_idx" ON "SubjectRequest"("suspendedOn");

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_digestId_fkey" FOREIGN KEY ("digestId") REFERENCES "Digest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
