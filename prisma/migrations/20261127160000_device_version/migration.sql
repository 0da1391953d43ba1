-- AlterTable
ALTER TABLE "Staff" ADD COLUMN     "deviceVersion" INTEGER NOT NULL DEFAULT 1;
