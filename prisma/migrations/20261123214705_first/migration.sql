-- CreateTable
CREATE TABLE "Event" (
    "position" BIGINT NOT NULL,
    "id" UUID NOT NULL,
    "reference" TEXT,
    "sequence" INTEGER,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "SubjectRequest" (
    "reference" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "waitingFor" TEXT NOT NULL,
    "rights" TEXT[],
    "locale" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "suspended" BOOLEAN NOT NULL DEFAULT false,
    "effectAtOnce" BOOLEAN NOT NULL DEFAULT false,
    "assigneeId" UUID,
    "closedAt" TIMESTAMPTZ(3),
    "emailToken" BYTEA,
    "wrappedKey" BYTEA,
    "caseFile" BYTEA,

    CONSTRAINT "SubjectRequest_pkey" PRIMARY KEY ("reference")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "wrappedKey" BYTEA NOT NULL,
    "content" BYTEA NOT NULL,
    "reference" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "File" (
    "id" UUID NOT NULL,
    "draftId" UUID,
    "reference" TEXT,
    "purpose" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" BYTEA NOT NULL,
    "bytes" INTEGER NOT NULL,
    "wrappedKey" BYTEA NOT NULL,
    "blobs" UUID[],
    "pending" BOOLEAN NOT NULL DEFAULT true,
    "staffId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "File_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Staff" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roles" TEXT[],
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "passwordHash" TEXT,
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffSession" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StaffSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SetUpLink" (
    "tokenHash" BYTEA NOT NULL,
    "staffId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SetUpLink_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "FollowCode" (
    "id" UUID NOT NULL,
    "lookup" BYTEA NOT NULL,
    "reference" TEXT,
    "locale" TEXT NOT NULL,
    "triesLeft" INTEGER NOT NULL DEFAULT 5,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FollowCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FollowSession" (
    "tokenHash" BYTEA NOT NULL,
    "reference" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FollowSession_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Throttle" (
    "key" BYTEA NOT NULL,
    "count" INTEGER NOT NULL,
    "windowEnd" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Heartbeat" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Heartbeat_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "Event_id_key" ON "Event"("id");

-- CreateIndex
CREATE INDEX "Event_type_at_idx" ON "Event"("type", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Event_reference_sequence_key" ON "Event"("reference", "sequence");

-- CreateIndex
CREATE INDEX "SubjectRequest_state_dueOn_reference_idx" ON "SubjectRequest"("state", "dueOn", "reference");

-- CreateIndex
CREATE INDEX "SubjectRequest_assigneeId_state_dueOn_reference_idx" ON "SubjectRequest"("assigneeId", "state", "dueOn", "reference");

-- CreateIndex
CREATE INDEX "SubjectRequest_dueOn_reference_idx" ON "SubjectRequest"("dueOn", "reference");

-- CreateIndex
CREATE INDEX "SubjectRequest_rights_idx" ON "SubjectRequest" USING GIN ("rights");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_tokenHash_key" ON "Draft"("tokenHash");

-- CreateIndex
CREATE INDEX "Draft_updatedAt_idx" ON "Draft"("updatedAt");

-- CreateIndex
CREATE INDEX "File_reference_idx" ON "File"("reference");

-- CreateIndex
CREATE INDEX "File_draftId_idx" ON "File"("draftId");

-- CreateIndex
CREATE UNIQUE INDEX "Staff_email_key" ON "Staff"("email");

-- CreateIndex
CREATE INDEX "StaffSession_staffId_idx" ON "StaffSession"("staffId");

-- CreateIndex
CREATE INDEX "FollowCode_lookup_createdAt_idx" ON "FollowCode"("lookup", "createdAt");

-- AddForeignKey
ALTER TABLE "SubjectRequest" ADD CONSTRAINT "SubjectRequest_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_reference_fkey" FOREIGN KEY ("reference") REFERENCES "SubjectRequest"("reference") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffSession" ADD CONSTRAINT "StaffSession_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SetUpLink" ADD CONSTRAINT "SetUpLink_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Events are for ever: whoever the database is asked by, it refuses to change or remove one (security.md AL1).
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are append-only';
END $$;
CREATE TRIGGER "Event_no_change" BEFORE UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Event_no_truncate" BEFORE TRUNCATE ON "Event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Counters against guessing need not survive a crash and never reach a backup of the log.
ALTER TABLE "Throttle" SET UNLOGGED;
