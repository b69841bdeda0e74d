-- Pictures in stories, and the documents that they were put into.

-- CreateTable
CREATE TABLE "Picture" (
    "hash" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "madeById" TEXT,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Picture_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "DocumentPicture" (
    "documentId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DocumentPicture_pkey" PRIMARY KEY ("documentId","hash")
);

-- CreateIndex
CREATE INDEX "Picture_madeById_idx" ON "Picture"("madeById");

-- CreateIndex
CREATE INDEX "DocumentPicture_hash_idx" ON "DocumentPicture"("hash");

-- AddForeignKey
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentPicture" ADD CONSTRAINT "DocumentPicture_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentPicture" ADD CONSTRAINT "DocumentPicture_hash_fkey" FOREIGN KEY ("hash") REFERENCES "Picture"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- They are packed already, so packing them again only takes time.
ALTER TABLE "Picture" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_is_known_by_its_bytes"
  CHECK ("hash" = encode(sha256("bytes"), 'hex') AND "size" = octet_length("bytes"));
