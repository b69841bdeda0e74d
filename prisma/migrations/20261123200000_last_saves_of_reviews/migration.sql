-- Who saved last: what stands beside the text alone goes into no revision.

-- AlterTable
ALTER TABLE "Review" ADD COLUMN "savedAt" TIMESTAMPTZ(3),
ADD COLUMN "savedById" TEXT;

-- CreateIndex
CREATE INDEX "Review_savedById_idx" ON "Review"("savedById");

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
