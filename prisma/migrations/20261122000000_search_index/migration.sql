-- The search index: what the projection's search vector was, and bitmaps to filter and count with.
-- It is filled by the next start, which projects every published document again.

-- DropIndex
DROP INDEX "Factor_role_idx";

-- DropIndex
DROP INDEX "FactorClass_classSlug_documentId_idx";

-- DropIndex
DROP INDEX "Incident_startedFirst_idx";

-- AlterTable
ALTER TABLE "FactorClass" ADD COLUMN     "role" "Role",
ADD COLUMN     "standing" "Standing";
UPDATE "FactorClass" c SET "role" = f."role", "standing" = f."standing" FROM "Factor" f
WHERE f."documentId" = c."documentId" AND f."rowId" = c."rowId";
ALTER TABLE "FactorClass" ALTER COLUMN "role" SET NOT NULL, ALTER COLUMN "standing" SET NOT NULL;

-- DropIndex
DROP INDEX "Incident_search_idx";

-- AlterTable
ALTER TABLE "Factor" ADD COLUMN     "text" tsvector;
UPDATE "Factor" SET "text" = to_tsvector('english', concat_ws(E'\n', "statement", "detail"));
ALTER TABLE "Factor" ALTER COLUMN "text" SET NOT NULL;

-- AlterTable
ALTER TABLE "Incident" DROP COLUMN "search";

-- CreateTable
CREATE TABLE "SearchEntry" (
    "documentId" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "startedKey" INTEGER NOT NULL,
    "severityRank" SMALLINT NOT NULL,
    "durationKey" DOUBLE PRECISION NOT NULL,
    "text" tsvector NOT NULL,
    "leading" tsvector NOT NULL,
    "keys" TEXT[],

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("documentId")
);

-- CreateTable
CREATE TABLE "Posting" (
    "key" TEXT NOT NULL,
    "block" INTEGER NOT NULL,
    "members" BIT(8192) NOT NULL,

    CONSTRAINT "Posting_pkey" PRIMARY KEY ("key","block")
);

-- CreateTable
CREATE TABLE "PostingBlock" (
    "block" INTEGER NOT NULL,
    "version" SERIAL NOT NULL,

    CONSTRAINT "PostingBlock_pkey" PRIMARY KEY ("block")
);

-- CreateTable
CREATE TABLE "Lexeme" (
    "lexeme" TEXT NOT NULL,
    "documents" INTEGER NOT NULL,
    "isPosted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Lexeme_pkey" PRIMARY KEY ("lexeme")
);

-- CreateTable
CREATE TABLE "Spelling" (
    "word" TEXT NOT NULL,
    "lexeme" TEXT NOT NULL,

    CONSTRAINT "Spelling_pkey" PRIMARY KEY ("word")
);

-- CreateEnum
CREATE TYPE "SearchNameKind" AS ENUM ('class', 'organization', 'product', 'term');

-- CreateTable
CREATE TABLE "SearchName" (
    "kind" "SearchNameKind" NOT NULL,
    "slug" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "isAlias" BOOLEAN NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "SearchName_pkey" PRIMARY KEY ("kind","slug","label")
);

-- CreateIndex
CREATE INDEX "SearchName_words_idx" ON "SearchName" USING GIN ("words");

-- CreateIndex
CREATE INDEX "Incident_startedFirst_documentId_idx" ON "Incident"("startedFirst", "documentId");

-- CreateIndex
CREATE INDEX "Incident_startedLast_documentId_idx" ON "Incident"("startedLast", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "SearchEntry_slug_key" ON "SearchEntry"("slug");

-- CreateIndex
CREATE INDEX "SearchEntry_startedKey_slug_documentId_idx" ON "SearchEntry"("startedKey" DESC, "slug", "documentId");

-- CreateIndex
CREATE INDEX "SearchEntry_severityRank_slug_documentId_idx" ON "SearchEntry"("severityRank", "slug", "documentId");

-- CreateIndex
CREATE INDEX "SearchEntry_durationKey_slug_documentId_idx" ON "SearchEntry"("durationKey" DESC, "slug", "documentId");

-- CreateIndex
CREATE INDEX "SearchEntry_text_idx" ON "SearchEntry" USING GIN ("text");

-- CreateIndex
CREATE INDEX "SearchEntry_leading_idx" ON "SearchEntry" USING GIN ("leading");

-- CreateIndex
CREATE INDEX "Factor_role_documentId_idx" ON "Factor"("role", "documentId");

-- CreateIndex
CREATE INDEX "Factor_text_idx" ON "Factor" USING GIN ("text");

-- CreateIndex
CREATE INDEX "FactorClass_classSlug_documentId_rowId_role_standing_idx" ON "FactorClass"("classSlug", "documentId", "rowId", "role", "standing");

-- AddForeignKey
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Incident"("documentId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What identifies a document in a posting is its place in the block, which has no negative ones.
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_block_check" CHECK ("block" >= 0);
ALTER TABLE "Lexeme" ADD CONSTRAINT "Lexeme_documents_check" CHECK ("documents" >= 0);

-- What is looked at for thousands of incidents at once stays narrow: the words lie beside the row.
ALTER TABLE "SearchEntry" SET (toast_tuple_target = 128);
-- Unpacking them took most of the time of weighing results.
ALTER TABLE "SearchEntry" ALTER COLUMN "text" SET STORAGE EXTERNAL;
