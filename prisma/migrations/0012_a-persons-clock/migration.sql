-- AlterTable
ALTER TABLE "person" ADD COLUMN     "clock" TEXT NOT NULL DEFAULT 'browser';

-- Below this line: written by hand, kept when this file is made again.
