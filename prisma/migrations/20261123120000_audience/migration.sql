-- Members read what is for members, and visitors find no trace of it. What is kept for all documents
-- says which part of it visitors may know. The next start projects everything anew; until then only
-- guesses at misspelt words leave out what members' documents alone spell so.

-- Another process may be publishing: nothing enters or leaves the index meanwhile.
SELECT pg_advisory_xact_lock(hashtext('hindsight search index'));

-- AlterTable
ALTER TABLE "Lexeme" ADD COLUMN "forMembers" INTEGER;
UPDATE "Lexeme" SET "forMembers" = "documents";
INSERT INTO "Lexeme" ("lexeme", "documents", "forMembers")
SELECT l."lexeme", 0, count(*) FROM "SearchEntry" e JOIN "SearchText" t USING ("documentId"),
  unnest(tsvector_to_array(t."text")) AS l("lexeme")
WHERE NOT 'visible:public' = ANY(e."keys") GROUP BY 1
ON CONFLICT ("lexeme") DO UPDATE SET "forMembers" = "Lexeme"."forMembers" + excluded."forMembers";
ALTER TABLE "Lexeme" ALTER COLUMN "forMembers" SET NOT NULL;
ALTER TABLE "Lexeme" ADD CONSTRAINT "Lexeme_forMembers_check" CHECK ("forMembers" >= "documents");

-- AlterTable
ALTER TABLE "Spelling" ADD COLUMN "isPublic" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "Spelling" ALTER COLUMN "isPublic" DROP DEFAULT;

-- What members may read is a posting like what visitors may.
UPDATE "SearchEntry" SET "keys" = "keys" || 'visible:members'::text;
INSERT INTO "Posting" ("key", "block", "members")
SELECT 'visible:members', "documentId" / 8192,
  bit_or(set_bit(repeat('0', 8192)::bit(8192), "documentId" % 8192, 1))
FROM "SearchEntry" GROUP BY 2;
UPDATE "PostingBlock" SET "version" = DEFAULT;

-- AlterTable
ALTER TABLE "SearchName" ADD COLUMN "isPublic" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "SearchName" ALTER COLUMN "isPublic" DROP DEFAULT;
UPDATE "SearchName" n SET "isPublic" = false
WHERE n."kind" = 'product' AND NOT EXISTS (
  SELECT FROM "IncidentProduct" x JOIN "Incident" i USING ("documentId")
  WHERE x."productSlug" = n."slug" AND i."visibility" = 'public');
WITH RECURSIVE named AS (
  SELECT x."organizationSlug" AS "slug" FROM "IncidentOrganization" x
    JOIN "Incident" i USING ("documentId") WHERE i."visibility" = 'public'
  UNION SELECT o."parentSlug" FROM "Organization" o JOIN named USING ("slug")
    WHERE o."parentSlug" IS NOT NULL)
UPDATE "SearchName" n SET "isPublic" = false
WHERE n."kind" = 'organization' AND n."slug" NOT IN (SELECT "slug" FROM named);

-- A source that nobody cites any more may have been public; one that members' documents alone cite
-- has not, as far as anyone can tell.
-- AlterTable
ALTER TABLE "Source" ADD COLUMN "isPublic" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "Source" ALTER COLUMN "isPublic" DROP DEFAULT;
UPDATE "Source" s SET "isPublic" = false
WHERE EXISTS (SELECT FROM "Citation" c WHERE c."sourceSlug" = s."slug")
  AND NOT EXISTS (SELECT FROM "Citation" c JOIN "Incident" i USING ("documentId")
    WHERE c."sourceSlug" = s."slug" AND i."visibility" = 'public');
