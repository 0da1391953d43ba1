-- Requests in the rarer language were found, and counted, among all on the desk.
CREATE INDEX "SubjectRequest_locale_isOnDesk_dueOn_reference_idx" ON "SubjectRequest"("locale", "isOnDesk", "dueOn", "reference");
