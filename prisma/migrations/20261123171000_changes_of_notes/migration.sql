-- In which revision is what a note led to, and by which source its reader is credited there.

-- AlterTable
ALTER TABLE "ReaderNote" ADD COLUMN "changedId" INTEGER,
ADD COLUMN "changedIn" INTEGER,
ADD COLUMN "creditedAs" TEXT;

-- CreateIndex
CREATE INDEX "ReaderNote_changedId_idx" ON "ReaderNote"("changedId");

-- AddForeignKey
ALTER TABLE "ReaderNote" ADD CONSTRAINT "ReaderNote_changedId_fkey" FOREIGN KEY ("changedId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "ReaderNote" ADD CONSTRAINT "ReaderNote_credited_in_a_revision"
  CHECK ("creditedAs" IS NULL OR "changedIn" IS NOT NULL);

-- A note was closed in the transaction that saved its credit, so the revision that was begun last by
-- then has it, or the next one where readers saw that already. Of a document that others have become
-- part of, nobody can tell whose revision it was.
UPDATE "ReaderNote" n SET "changedId" = n."documentId", "changedIn" = last."number" + last."seen"
FROM "ReaderNote" o CROSS JOIN LATERAL (
  SELECT r."number", (EXISTS (SELECT 1 FROM "Publication" p
    WHERE p."revisionId" = r."id" AND p."publishedAt" < o."closedAt"))::int AS "seen"
  FROM "Revision" r WHERE r."documentId" = o."documentId" AND r."begunAt" <= o."closedAt"
  ORDER BY r."number" DESC LIMIT 1) last
WHERE o."id" = n."id" AND n."hasLed"
  AND NOT EXISTS (SELECT 1 FROM "Document" m WHERE m."mergedIntoId" = n."documentId");

UPDATE "ReaderNote" n SET "creditedAs" = (SELECT min(c."rowId") FROM "Citation" c
  WHERE c."documentId" = n."documentId" AND c."author" = n."credit" AND c."title" LIKE 'A reader''s note: %')
WHERE n."changedIn" IS NOT NULL;
