-- AlterTable
ALTER TABLE "organizer" ADD COLUMN     "listed_at" TIMESTAMPTZ(3);

-- Below this line: written by hand, kept when this file is made again.

UPDATE "organizer" SET "listed_at" = "read_at";
