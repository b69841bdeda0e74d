-- Ids that rows of a review had, so that none is given again.

-- AlterTable
ALTER TABLE "Review" ADD COLUMN "rowIds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Those of the revisions that stand already, as far as they are written in our style.
UPDATE "Review" w SET "rowIds" = ARRAY(
  SELECT DISTINCT m[1] FROM "Revision" r,
    regexp_matches(r."source", '^ +- id: "?([a-z0-9-]{1,80})"?$', 'gn') AS m
  WHERE r."documentId" = w."documentId" ORDER BY 1);
