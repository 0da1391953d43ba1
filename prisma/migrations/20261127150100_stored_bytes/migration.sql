-- What a file's blobs take, for the room that drafts may fill: of a proof our own pages, not what was sent.
-- The default serves processes of the version before, which write none; what is there is taken for what was sent.
ALTER TABLE "File" ADD COLUMN "storedBytes" INTEGER NOT NULL DEFAULT 0;
UPDATE "File" SET "storedBytes" = bytes WHERE "draftId" IS NOT NULL;
