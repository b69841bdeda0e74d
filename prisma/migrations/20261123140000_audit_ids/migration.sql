-- Lines are only ever added to the log, so that their numbers must never run out.
ALTER TABLE "AuditEntry" ALTER COLUMN "id" SET DATA TYPE BIGINT;
ALTER SEQUENCE "AuditEntry_id_seq" AS BIGINT;
