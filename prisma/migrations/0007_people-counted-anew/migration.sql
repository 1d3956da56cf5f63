-- AlterTable
ALTER TABLE "session" ADD COLUMN     "people_rule" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "session_people_rule_idx" ON "session"("people_rule");

-- Below this line: written by hand, kept when this file is made again.
