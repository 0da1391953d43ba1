-- AlterTable
ALTER TABLE "File" ADD COLUMN     "taskId" UUID;

-- AlterTable
ALTER TABLE "SubjectRequest" ADD COLUMN     "hasOpenTasks" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "taskDueOn" DATE;

-- CreateTable
CREATE TABLE "Department" (
    "id" UUID NOT NULL,
    "nameFr" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChecklistItem" (
    "id" UUID NOT NULL,
    "right" TEXT NOT NULL,
    "departmentId" UUID NOT NULL,
    "textFr" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "daysBefore" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChecklistItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DepartmentTask" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "departmentId" UUID NOT NULL,
    "askedOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "link" INTEGER NOT NULL,
    "linkUntil" TIMESTAMPTZ(3) NOT NULL,
    "mail" TEXT NOT NULL,

    CONSTRAINT "DepartmentTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaskSession" (
    "tokenHash" BYTEA NOT NULL,
    "taskId" UUID NOT NULL,
    "link" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TaskSession_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "TaskDigest" (
    "id" UUID NOT NULL,
    "departmentId" UUID NOT NULL,
    "on" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "TaskDigest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaskReminder" (
    "taskId" UUID NOT NULL,
    "on" DATE NOT NULL,
    "digestId" UUID NOT NULL,

    CONSTRAINT "TaskReminder_pkey" PRIMARY KEY ("taskId","on")
);

-- CreateIndex
CREATE INDEX "ChecklistItem_right_idx" ON "ChecklistItem"("right");

-- CreateIndex
CREATE INDEX "ChecklistItem_departmentId_idx" ON "ChecklistItem"("departmentId");

-- CreateIndex
CREATE INDEX "DepartmentTask_reference_idx" ON "DepartmentTask"("reference");

-- CreateIndex
CREATE INDEX "DepartmentTask_departmentId_idx" ON "DepartmentTask"("departmentId");

-- CreateIndex
CREATE INDEX "DepartmentTask_state_dueOn_idx" ON "DepartmentTask"("state", "dueOn");

-- CreateIndex
CREATE INDEX "TaskSession_taskId_idx" ON "TaskSession"("taskId");

-- CreateIndex
CREATE INDEX "TaskSession_createdAt_idx" ON "TaskSession"("createdAt");

-- CreateIndex
CREATE INDEX "TaskDigest_on_idx" ON "TaskDigest"("on");

-- CreateIndex
CREATE UNIQUE INDEX "TaskDigest_departmentId_on_key" ON "TaskDigest"("departmentId", "on");

-- CreateIndex
CREATE INDEX "TaskReminder_digestId_idx" ON "TaskReminder"("digestId");

-- CreateIndex
CREATE INDEX "SubjectRequest_hasOpenTasks_dueOn_reference_idx" ON "SubjectRequest"("hasOpenTasks", "dueOn", "reference");

-- CreateIndex
CREATE INDEX "SubjectRequest_taskDueOn_idx" ON "SubjectRequest"("taskDueOn");

-- AddForeignKey
ALTER TABLE "ChecklistItem" ADD CONSTRAINT "ChecklistItem_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DepartmentTask" ADD CONSTRAINT "DepartmentTask_reference_fkey" FOREIGN KEY ("reference") REFERENCES "SubjectRequest"("reference") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DepartmentTask" ADD CONSTRAINT "DepartmentTask_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskSession" ADD CONSTRAINT "TaskSession_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "DepartmentTask"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskDigest" ADD CONSTRAINT "TaskDigest_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskReminder" ADD CONSTRAINT "TaskReminder_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "DepartmentTask"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskReminder" ADD CONSTRAINT "TaskReminder_digestId_fkey" FOREIGN KEY ("digestId") REFERENCES "TaskDigest"("id") ON DELETE CASCADE ON UPDATE CASCADE;
