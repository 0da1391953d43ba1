-- From when the days of a request taken up again count; filled by the job `tally-cases`, which finds older rows by their version.
ALTER TABLE "SubjectRequest" ADD COLUMN "reopenedOn" DATE;
