-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "NameKind" AS ENUM ('incident', 'class', 'term', 'mitigation', 'pattern', 'reading-list', 'former');

-- CreateEnum
CREATE TYPE "LinkVia" AS ENUM ('text', 'related', 'see', 'pattern', 'reading');

-- CreateEnum
CREATE TYPE "DocumentState" AS ENUM ('draft', 'waiting', 'published', 'archived', 'merged', 'binned');

-- CreateEnum
CREATE TYPE "PublicationOrigin" AS ENUM ('import', 'editor');

-- CreateEnum
CREATE TYPE "IncidentKind" AS ENUM ('incident', 'near-miss');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('public', 'members');

-- CreateEnum
CREATE TYPE "Severity" AS ENUM ('critical', 'major', 'moderate', 'minor');

-- CreateEnum
CREATE TYPE "Sector" AS ENUM ('cloud', 'saas', 'cdn-and-network', 'telecom', 'finance', 'transport', 'health', 'government', 'industry', 'security', 'media-and-retail', 'space', 'energy');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('precondition', 'trigger', 'amplifier', 'detection', 'recovery', 'safeguard');

-- CreateEnum
CREATE TYPE "Standing" AS ENUM ('confirmed', 'reported', 'contested', 'inferred');

-- CreateEnum
CREATE TYPE "EntryKind" AS ENUM ('context', 'change', 'trigger', 'impact', 'detection', 'response', 'mitigation', 'recovery', 'communication', 'follow-up');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('asserts', 'disputes', 'corrects', 'confirms', 'conjectures');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('open', 'contested', 'confirmed', 'refuted', 'superseded');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('vendor-report', 'vendor-status', 'regulator', 'press', 'analysis', 'research', 'talk', 'book', 'log', 'dashboard', 'chat', 'interview', 'document');

-- CreateEnum
CREATE TYPE "Seen" AS ENUM ('full', 'excerpt', 'secondhand');

-- CreateTable
CREATE TABLE "Name" (
    "slug" TEXT NOT NULL,
    "kind" "NameKind" NOT NULL,

    CONSTRAINT "Name_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Link" (
    "fromSlug" TEXT NOT NULL,
    "toSlug" TEXT NOT NULL,
    "via" "LinkVia" NOT NULL,
    "why" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Link_pkey" PRIMARY KEY ("fromSlug","toSlug","via")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "NameKind" NOT NULL DEFAULT 'incident',
    "state" "DocumentState" NOT NULL DEFAULT 'draft',
    "visibility" "Visibility" NOT NULL DEFAULT 'public',
    "version" INTEGER NOT NULL DEFAULT 1,
    "importedHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publicationId" INTEGER,
    "mergedIntoId" INTEGER,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" SERIAL NOT NULL,
    "documentId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "storyHtml" TEXT NOT NULL,
    "storyHeadings" JSONB NOT NULL,
    "rendererVersion" INTEGER NOT NULL,
    "visibility" "Visibility" NOT NULL DEFAULT 'public',
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" SERIAL NOT NULL,
    "documentId" INTEGER NOT NULL,
    "revisionId" INTEGER NOT NULL,
    "origin" "PublicationOrigin" NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FormerSlug" (
    "slug" TEXT NOT NULL,
    "kind" "NameKind" NOT NULL DEFAULT 'former',
    "documentId" INTEGER NOT NULL,

    CONSTRAINT "FormerSlug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "ContentImport" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "contentHash" TEXT NOT NULL,
    "shelvesHash" TEXT NOT NULL,
    "created" INTEGER NOT NULL,
    "updated" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,

    CONSTRAINT "ContentImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContentFile" (
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "ContentFile_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Family" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Family_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "FailureClass" (
    "slug" TEXT NOT NULL,
    "kind" "NameKind" NOT NULL DEFAULT 'class',
    "familySlug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "means" TEXT NOT NULL,
    "not" TEXT NOT NULL,
    "aka" TEXT[],

    CONSTRAINT "FailureClass_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Organization" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aka" TEXT[],
    "parentSlug" TEXT,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Term" (
    "slug" TEXT NOT NULL,
    "kind" "NameKind" NOT NULL DEFAULT 'term',
    "name" TEXT NOT NULL,
    "aka" TEXT[],
    "means" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Term_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Pattern" (
    "slug" TEXT NOT NULL,
    "kind" "NameKind" NOT NULL DEFAULT 'pattern',
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "bodyHtml" TEXT NOT NULL,

    CONSTRAINT "Pattern_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "PatternIncident" (
    "patternSlug" TEXT NOT NULL,
    "documentId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "PatternIncident_pkey" PRIMARY KEY ("patternSlug","documentId")
);

-- CreateTable
CREATE TABLE "ReadingList" (
    "slug" TEXT NOT NULL,
    "kind" "NameKind" NOT NULL DEFAULT 'reading-list',
    "newsletter" TEXT NOT NULL,
    "issue" INTEGER NOT NULL,
    "updated" TEXT NOT NULL,

    CONSTRAINT "ReadingList_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "ReadingItem" (
    "listSlug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "titleIsOurs" BOOLEAN NOT NULL,
    "author" TEXT,
    "publisher" TEXT,
    "url" TEXT,
    "about" TEXT NOT NULL,

    CONSTRAINT "ReadingItem_pkey" PRIMARY KEY ("listSlug","position")
);

-- CreateTable
CREATE TABLE "ReadingIncident" (
    "listSlug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "documentId" INTEGER NOT NULL,

    CONSTRAINT "ReadingIncident_pkey" PRIMARY KEY ("listSlug","position","documentId")
);

-- CreateTable
CREATE TABLE "ReadingClass" (
    "listSlug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "classSlug" TEXT NOT NULL,

    CONSTRAINT "ReadingClass_pkey" PRIMARY KEY ("listSlug","position","classSlug")
);

-- CreateTable
CREATE TABLE "Incident" (
    "documentId" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "IncidentKind" NOT NULL,
    "visibility" "Visibility" NOT NULL,
    "title" TEXT NOT NULL,
    "severity" "Severity" NOT NULL,
    "summary" TEXT NOT NULL,
    "started" TEXT NOT NULL,
    "startedFirst" TIMESTAMPTZ(3),
    "startedLast" TIMESTAMPTZ(3),
    "resolvedIn" DOUBLE PRECISION,
    "recorded" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "record" JSONB NOT NULL,
    "search" tsvector NOT NULL,

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("documentId")
);

-- CreateTable
CREATE TABLE "IncidentOrganization" (
    "documentId" INTEGER NOT NULL,
    "organizationSlug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "IncidentOrganization_pkey" PRIMARY KEY ("documentId","organizationSlug")
);

-- CreateTable
CREATE TABLE "Product" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "IncidentProduct" (
    "documentId" INTEGER NOT NULL,
    "productSlug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "IncidentProduct_pkey" PRIMARY KEY ("documentId","productSlug")
);

-- CreateTable
CREATE TABLE "IncidentSector" (
    "documentId" INTEGER NOT NULL,
    "sector" "Sector" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "IncidentSector_pkey" PRIMARY KEY ("documentId","sector")
);

-- CreateTable
CREATE TABLE "TimelineEntry" (
    "documentId" INTEGER NOT NULL,
    "rowId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "atFirst" TIMESTAMPTZ(3),
    "kind" "EntryKind" NOT NULL,
    "text" TEXT NOT NULL,
    "belief" TEXT,

    CONSTRAINT "TimelineEntry_pkey" PRIMARY KEY ("documentId","rowId")
);

-- CreateTable
CREATE TABLE "Factor" (
    "documentId" INTEGER NOT NULL,
    "rowId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "role" "Role" NOT NULL,
    "standing" "Standing" NOT NULL,
    "statement" TEXT NOT NULL,
    "detail" TEXT,
    "luck" BOOLEAN NOT NULL,

    CONSTRAINT "Factor_pkey" PRIMARY KEY ("documentId","rowId")
);

-- CreateTable
CREATE TABLE "FactorClass" (
    "documentId" INTEGER NOT NULL,
    "rowId" TEXT NOT NULL,
    "classSlug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "FactorClass_pkey" PRIMARY KEY ("documentId","rowId","classSlug")
);

-- CreateTable
CREATE TABLE "Source" (
    "slug" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Citation" (
    "documentId" INTEGER NOT NULL,
    "rowId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "sourceSlug" TEXT NOT NULL,
    "url" TEXT,
    "title" TEXT NOT NULL,
    "publisher" TEXT,
    "author" TEXT,
    "published" TEXT,
    "kind" "SourceKind" NOT NULL,
    "seen" "Seen" NOT NULL,
    "isCopy" BOOLEAN NOT NULL,

    CONSTRAINT "Citation_pkey" PRIMARY KEY ("documentId","rowId")
);

-- CreateTable
CREATE TABLE "Claim" (
    "documentId" INTEGER NOT NULL,
    "rowId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "outcome" "Outcome" NOT NULL,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("documentId","rowId")
);

-- CreateTable
CREATE TABLE "ClaimPosition" (
    "documentId" INTEGER NOT NULL,
    "claimId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "citationId" TEXT NOT NULL,
    "stance" "Stance" NOT NULL,
    "at" TEXT,
    "note" TEXT,

    CONSTRAINT "ClaimPosition_pkey" PRIMARY KEY ("documentId","claimId","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "Name_slug_kind_key" ON "Name"("slug", "kind");

-- CreateIndex
CREATE INDEX "Link_toSlug_idx" ON "Link"("toSlug");

-- CreateIndex
CREATE UNIQUE INDEX "Document_slug_key" ON "Document"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Document_publicationId_key" ON "Document"("publicationId");

-- CreateIndex
CREATE INDEX "Document_mergedIntoId_idx" ON "Document"("mergedIntoId");

-- CreateIndex
CREATE UNIQUE INDEX "Document_slug_kind_key" ON "Document"("slug", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Document_id_publicationId_key" ON "Document"("id", "publicationId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_documentId_number_key" ON "Revision"("documentId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_documentId_id_key" ON "Revision"("documentId", "id");

-- CreateIndex
CREATE INDEX "Publication_documentId_revisionId_idx" ON "Publication"("documentId", "revisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_documentId_id_key" ON "Publication"("documentId", "id");

-- CreateIndex
CREATE INDEX "FormerSlug_documentId_idx" ON "FormerSlug"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "FormerSlug_slug_kind_key" ON "FormerSlug"("slug", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Family_position_key" ON "Family"("position");

-- CreateIndex
CREATE UNIQUE INDEX "FailureClass_name_key" ON "FailureClass"("name");

-- CreateIndex
CREATE UNIQUE INDEX "FailureClass_slug_kind_key" ON "FailureClass"("slug", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "FailureClass_familySlug_position_key" ON "FailureClass"("familySlug", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_name_key" ON "Organization"("name");

-- CreateIndex
CREATE INDEX "Organization_parentSlug_idx" ON "Organization"("parentSlug");

-- CreateIndex
CREATE UNIQUE INDEX "Term_slug_kind_key" ON "Term"("slug", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Pattern_slug_kind_key" ON "Pattern"("slug", "kind");

-- CreateIndex
CREATE INDEX "PatternIncident_documentId_idx" ON "PatternIncident"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "ReadingList_slug_kind_key" ON "ReadingList"("slug", "kind");

-- CreateIndex
CREATE INDEX "ReadingIncident_documentId_idx" ON "ReadingIncident"("documentId");

-- CreateIndex
CREATE INDEX "ReadingClass_classSlug_idx" ON "ReadingClass"("classSlug");

-- CreateIndex
CREATE UNIQUE INDEX "Incident_slug_key" ON "Incident"("slug");

-- CreateIndex
CREATE INDEX "Incident_startedFirst_idx" ON "Incident"("startedFirst");

-- CreateIndex
CREATE INDEX "Incident_severity_idx" ON "Incident"("severity");

-- CreateIndex
CREATE INDEX "Incident_recorded_idx" ON "Incident"("recorded");

-- CreateIndex
CREATE INDEX "Incident_search_idx" ON "Incident" USING GIN ("search");

-- CreateIndex
CREATE INDEX "IncidentOrganization_organizationSlug_idx" ON "IncidentOrganization"("organizationSlug");

-- CreateIndex
CREATE INDEX "IncidentProduct_productSlug_idx" ON "IncidentProduct"("productSlug");

-- CreateIndex
CREATE INDEX "IncidentSector_sector_idx" ON "IncidentSector"("sector");

-- CreateIndex
CREATE UNIQUE INDEX "TimelineEntry_documentId_position_key" ON "TimelineEntry"("documentId", "position");

-- CreateIndex
CREATE INDEX "Factor_role_idx" ON "Factor"("role");

-- CreateIndex
CREATE UNIQUE INDEX "Factor_documentId_position_key" ON "Factor"("documentId", "position");

-- CreateIndex
CREATE INDEX "FactorClass_classSlug_documentId_idx" ON "FactorClass"("classSlug", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Source_hash_key" ON "Source"("hash");

-- CreateIndex
CREATE INDEX "Citation_sourceSlug_idx" ON "Citation"("sourceSlug");

-- CreateIndex
CREATE INDEX "Claim_outcome_idx" ON "Claim"("outcome");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_documentId_position_key" ON "Claim"("documentId", "position");

-- CreateIndex
CREATE INDEX "ClaimPosition_documentId_citationId_idx" ON "ClaimPosition"("documentId", "citationId");

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_fromSlug_fkey" FOREIGN KEY ("fromSlug") REFERENCES "Name"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_toSlug_fkey" FOREIGN KEY ("toSlug") REFERENCES "Name"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_slug_kind_fkey" FOREIGN KEY ("slug", "kind") REFERENCES "Name"("slug", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_id_publicationId_fkey" FOREIGN KEY ("id", "publicationId") REFERENCES "Publication"("documentId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_documentId_revisionId_fkey" FOREIGN KEY ("documentId", "revisionId") REFERENCES "Revision"("documentId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormerSlug" ADD CONSTRAINT "FormerSlug_slug_kind_fkey" FOREIGN KEY ("slug", "kind") REFERENCES "Name"("slug", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormerSlug" ADD CONSTRAINT "FormerSlug_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FailureClass" ADD CONSTRAINT "FailureClass_slug_kind_fkey" FOREIGN KEY ("slug", "kind") REFERENCES "Name"("slug", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FailureClass" ADD CONSTRAINT "FailureClass_familySlug_fkey" FOREIGN KEY ("familySlug") REFERENCES "Family"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_parentSlug_fkey" FOREIGN KEY ("parentSlug") REFERENCES "Organization"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Term" ADD CONSTRAINT "Term_slug_kind_fkey" FOREIGN KEY ("slug", "kind") REFERENCES "Name"("slug", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pattern" ADD CONSTRAINT "Pattern_slug_kind_fkey" FOREIGN KEY ("slug", "kind") REFERENCES "Name"("slug", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PatternIncident" ADD CONSTRAINT "PatternIncident_patternSlug_fkey" FOREIGN KEY ("patternSlug") REFERENCES "Pattern"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PatternIncident" ADD CONSTRAINT "PatternIncident_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingList" ADD CONSTRAINT "ReadingList_slug_kind_fkey" FOREIGN KEY ("slug", "kind") REFERENCES "Name"("slug", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingItem" ADD CONSTRAINT "ReadingItem_listSlug_fkey" FOREIGN KEY ("listSlug") REFERENCES "ReadingList"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingIncident" ADD CONSTRAINT "ReadingIncident_listSlug_position_fkey" FOREIGN KEY ("listSlug", "position") REFERENCES "ReadingItem"("listSlug", "position") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingIncident" ADD CONSTRAINT "ReadingIncident_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingClass" ADD CONSTRAINT "ReadingClass_listSlug_position_fkey" FOREIGN KEY ("listSlug", "position") REFERENCES "ReadingItem"("listSlug", "position") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingClass" ADD CONSTRAINT "ReadingClass_classSlug_fkey" FOREIGN KEY ("classSlug") REFERENCES "FailureClass"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentOrganization" ADD CONSTRAINT "IncidentOrganization_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Incident"("documentId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentOrganization" ADD CONSTRAINT "IncidentOrganization_organizationSlug_fkey" FOREIGN KEY ("organizationSlug") REFERENCES "Organization"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentProduct" ADD CONSTRAINT "IncidentProduct_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Incident"("documentId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentProduct" ADD CONSTRAINT "IncidentProduct_productSlug_fkey" FOREIGN KEY ("productSlug") REFERENCES "Product"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentSector" ADD CONSTRAINT "IncidentSector_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Incident"("documentId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimelineEntry" ADD CONSTRAINT "TimelineEntry_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Incident"("documentId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Factor" ADD CONSTRAINT "Factor_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Incident"("documentId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactorClass" ADD CONSTRAINT "FactorClass_documentId_rowId_fkey" FOREIGN KEY ("documentId", "rowId") REFERENCES "Factor"("documentId", "rowId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactorClass" ADD CONSTRAINT "FactorClass_classSlug_fkey" FOREIGN KEY ("classSlug") REFERENCES "FailureClass"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Incident"("documentId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_sourceSlug_fkey" FOREIGN KEY ("sourceSlug") REFERENCES "Source"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Incident"("documentId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimPosition" ADD CONSTRAINT "ClaimPosition_documentId_claimId_fkey" FOREIGN KEY ("documentId", "claimId") REFERENCES "Claim"("documentId", "rowId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimPosition" ADD CONSTRAINT "ClaimPosition_documentId_citationId_fkey" FOREIGN KEY ("documentId", "citationId") REFERENCES "Citation"("documentId", "rowId") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma cannot say: each table of the one name space holds slugs of its own kind only, and
-- the texts that identify something are never empty.
ALTER TABLE "Document" ADD CONSTRAINT "Document_kind_check" CHECK ("kind" = 'incident');
ALTER TABLE "FormerSlug" ADD CONSTRAINT "FormerSlug_kind_check" CHECK ("kind" = 'former');
ALTER TABLE "FailureClass" ADD CONSTRAINT "FailureClass_kind_check" CHECK ("kind" = 'class');
ALTER TABLE "Term" ADD CONSTRAINT "Term_kind_check" CHECK ("kind" = 'term');
ALTER TABLE "Pattern" ADD CONSTRAINT "Pattern_kind_check" CHECK ("kind" = 'pattern');
ALTER TABLE "ReadingList" ADD CONSTRAINT "ReadingList_kind_check" CHECK ("kind" = 'reading-list');
ALTER TABLE "Name" ADD CONSTRAINT "Name_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Document" ADD CONSTRAINT "Document_version_check" CHECK ("version" >= 1);
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_number_check" CHECK ("number" >= 1);
-- Readers see a published document through its publication, so it must have one.
ALTER TABLE "Document" ADD CONSTRAINT "Document_published_check"
  CHECK ("state" <> 'published' OR "publicationId" IS NOT NULL);
-- A merged document leads somewhere, and nowhere else but to another one.
ALTER TABLE "Document" ADD CONSTRAINT "Document_merged_check"
  CHECK (("state" = 'merged') = ("mergedIntoId" IS NOT NULL) AND "mergedIntoId" <> "id");
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_started_check"
  CHECK ("startedFirst" IS NULL OR "startedLast" IS NULL OR "startedFirst" < "startedLast");
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_resolvedIn_check" CHECK ("resolvedIn" >= 0);
