-- The zone of times that name none belongs to a review, not to one of its authors.

-- AlterTable
ALTER TABLE "Review" ADD COLUMN "zone" TEXT;
