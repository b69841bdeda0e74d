-- The words of an incident get a table of their own, in which they lie in the row itself: weighing
-- results and checking phrases took most of its time to fetch them from beside the row.

-- Another process may be publishing: nothing enters or leaves the index meanwhile.
SELECT pg_advisory_xact_lock(hashtext('hindsight search index'));
LOCK TABLE "SearchEntry" IN ACCESS EXCLUSIVE MODE;

-- CreateTable
CREATE TABLE "SearchText" (
    "documentId" INTEGER NOT NULL,
    "text" tsvector NOT NULL,
    "leading" tsvector NOT NULL,

    CONSTRAINT "SearchText_pkey" PRIMARY KEY ("documentId")
);

-- As much as a page holds; longer ones still lie beside the row. Packing them saves hardly anything.
ALTER TABLE "SearchText" SET (toast_tuple_target = 8160);
ALTER TABLE "SearchText" ALTER COLUMN "text" SET STORAGE EXTERNAL;

INSERT INTO "SearchText" ("documentId", "text", "leading")
SELECT "documentId", "text", "leading" FROM "SearchEntry" ORDER BY "documentId";

-- AlterTable
ALTER TABLE "SearchEntry" DROP COLUMN "leading", DROP COLUMN "text";
ALTER TABLE "SearchEntry" RESET (toast_tuple_target);
-- Written anew: the words would stay beside their rows until these are written again.
CLUSTER "SearchEntry" USING "SearchEntry_pkey";

-- CreateIndex
CREATE INDEX "SearchText_text_idx" ON "SearchText" USING GIN ("text");

-- CreateIndex
CREATE INDEX "SearchText_leading_idx" ON "SearchText" USING GIN ("leading");

-- AddForeignKey
ALTER TABLE "SearchText" ADD CONSTRAINT "SearchText_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "SearchEntry"("documentId") ON DELETE CASCADE ON UPDATE CASCADE;

-- Severity is found by postings.
-- DropIndex
DROP INDEX "Incident_severity_idx";

ANALYZE "SearchEntry";
ANALYZE "SearchText";
