-- What readers say is wrong with an incident's page, and what editors answer.

-- CreateTable
CREATE TABLE "ReaderNote" (
    "id" SERIAL NOT NULL,
    "documentId" INTEGER NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "url" TEXT,
    "credit" TEXT,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "hasLed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ReaderNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReaderNote_tokenHash_key" ON "ReaderNote"("tokenHash");

-- CreateIndex
CREATE INDEX "ReaderNote_documentId_idx" ON "ReaderNote"("documentId");

-- CreateIndex
CREATE INDEX "ReaderNote_answeredById_idx" ON "ReaderNote"("answeredById");

-- AddForeignKey
ALTER TABLE "ReaderNote" ADD CONSTRAINT "ReaderNote_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReaderNote" ADD CONSTRAINT "ReaderNote_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ReaderNote" ADD CONSTRAINT "ReaderNote_answer_is_whole"
  CHECK (num_nulls("answer", "answeredById", "answeredAt") IN (0, 3));
ALTER TABLE "ReaderNote" ADD CONSTRAINT "ReaderNote_that_led_is_closed"
  CHECK (NOT "hasLed" OR "closedAt" IS NOT NULL);
