-- How long each incident took, narrow, so that distributions over all of them need no look at records.
-- It is filled by the next start, which projects every published document again.

-- CreateTable
CREATE TABLE "IncidentSpans" (
    "documentId" INTEGER NOT NULL,
    "detectLeast" DOUBLE PRECISION,
    "detectMost" DOUBLE PRECISION,
    "mitigateLeast" DOUBLE PRECISION,
    "mitigateMost" DOUBLE PRECISION,
    "resolveLeast" DOUBLE PRECISION,
    "resolveMost" DOUBLE PRECISION,

    CONSTRAINT "IncidentSpans_pkey" PRIMARY KEY ("documentId")
);

-- AddForeignKey
ALTER TABLE "IncidentSpans" ADD CONSTRAINT "IncidentSpans_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Incident"("documentId") ON DELETE CASCADE ON UPDATE CASCADE;
