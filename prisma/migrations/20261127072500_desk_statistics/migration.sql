-- What is on the desk is in few states, and what is in these is on the desk: taken for chance, ten thousand late requests were
-- expected to be a hundred, and all of them read to show the first page.
CREATE STATISTICS "SubjectRequest_desk" (mcv) ON "isOnDesk", "state", "suspended" FROM "SubjectRequest";
ANALYZE "SubjectRequest" ("isOnDesk", "state", "suspended");
