-- Authoring in the browser: reviews, who works on them, revisions that are shared by saves, and
-- what editors say of them.

-- CreateEnum
CREATE TYPE "Assessment" AS ENUM ('approved', 'sent-back');

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "binnedAt" TIMESTAMPTZ(3),
ADD COLUMN     "waitingId" INTEGER;

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "begunAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "isSealed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "name" TEXT,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "restoredFrom" INTEGER,
ADD COLUMN     "savedById" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "storyHtml" DROP NOT NULL,
ALTER COLUMN "storyHeadings" DROP NOT NULL,
ALTER COLUMN "rendererVersion" DROP NOT NULL;

-- CreateTable
CREATE TABLE "Review" (
    "documentId" INTEGER NOT NULL,
    "templateSlug" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "begunById" TEXT NOT NULL,
    "begunAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "title" TEXT NOT NULL DEFAULT '',
    "unfinished" JSONB NOT NULL DEFAULT '{}',
    "setAside" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "Review_pkey" PRIMARY KEY ("documentId")
);

-- CreateTable
CREATE TABLE "DocumentAuthor" (
    "documentId" INTEGER NOT NULL,
    "accountId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DocumentAuthor_pkey" PRIMARY KEY ("documentId","accountId")
);

-- CreateTable
CREATE TABLE "Approval" (
    "id" SERIAL NOT NULL,
    "documentId" INTEGER NOT NULL,
    "revisionId" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "assessment" "Assessment" NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Approval_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Review_begunById_idx" ON "Review"("begunById");

-- CreateIndex
CREATE INDEX "DocumentAuthor_accountId_idx" ON "DocumentAuthor"("accountId");

-- CreateIndex
CREATE INDEX "Approval_documentId_revisionId_idx" ON "Approval"("documentId", "revisionId");

-- CreateIndex
CREATE INDEX "Approval_byId_idx" ON "Approval"("byId");

-- CreateIndex
CREATE UNIQUE INDEX "Document_waitingId_key" ON "Document"("waitingId");

-- CreateIndex
CREATE UNIQUE INDEX "Document_id_waitingId_key" ON "Document"("id", "waitingId");

-- CreateIndex
CREATE INDEX "Revision_savedById_idx" ON "Revision"("savedById");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_id_waitingId_fkey" FOREIGN KEY ("id", "waitingId") REFERENCES "Revision"("documentId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_begunById_fkey" FOREIGN KEY ("begunById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentAuthor" ADD CONSTRAINT "DocumentAuthor_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentAuthor" ADD CONSTRAINT "DocumentAuthor_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_documentId_revisionId_fkey" FOREIGN KEY ("documentId", "revisionId") REFERENCES "Revision"("documentId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What files brought was published, so no save goes into it.
UPDATE "Revision" SET "isSealed" = true, "begunAt" = "savedAt";
ALTER TABLE "Document" ADD CONSTRAINT "Document_binned_says_when"
  CHECK (("state" = 'binned') = ("binnedAt" IS NOT NULL));
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_is_rendered_whole"
  CHECK (num_nulls("storyHtml", "storyHeadings", "rendererVersion") IN (0, 3));
