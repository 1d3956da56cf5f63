-- AlterTable
ALTER TABLE "room_status" ADD COLUMN     "earlier_runs" JSONB NOT NULL DEFAULT '[]';

-- Below this line: written by hand, kept when this file is made again.
