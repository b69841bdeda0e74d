-- Organisations that a publication brought, beside those of organizations.yaml.

-- AlterTable
ALTER TABLE "Organization" ADD COLUMN "isInFile" BOOLEAN NOT NULL DEFAULT true;
