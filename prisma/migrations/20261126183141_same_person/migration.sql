-- CreateIndex
CREATE INDEX "SubjectRequest_emailToken_idx" ON "SubjectRequest"("emailToken");
