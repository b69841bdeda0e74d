-- How far one's own evidence was read need not be said.

-- AlterTable
ALTER TABLE "Citation" ALTER COLUMN "seen" DROP NOT NULL;
