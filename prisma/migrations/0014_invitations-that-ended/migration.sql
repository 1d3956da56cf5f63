-- AlterTable
ALTER TABLE "person" ADD COLUMN     "uninvited_at" TIMESTAMPTZ(3);

-- Below this line: written by hand, kept when this file is made again.

-- Nothing is filled in here, which would keep the table of people locked: guests without an invitation get the time at
-- which the nightly job first sees them (lib/people/forget-guests.ts).

-- Whom a search by common words goes through: the company, without anybody's guests.
CREATE INDEX "person_company_idx" ON "person" ("id") WHERE "guest_of" IS NULL;
