-- AlterTable
ALTER TABLE "person" ADD COLUMN     "uninvited_at" TIMESTAMPTZ(3);

-- Below this line: written by hand, kept when this file is made again.

-- Nothing is filled in here, which would keep the table of people locked: guests without an invitation get the time at
-- which the nightly job first sees them (lib/people/forget-guests.ts).

-- What searches by common words go through: rooms that everybody sees, whatever others have, and the people of the
-- company, without anybody's guests.
CREATE INDEX "meeting_company_rooms_idx" ON "meeting" ("subject", "id")
  WHERE "kind" = 'room' AND "visibility" = 'company' AND "gone_at" IS NULL;
CREATE INDEX "person_company_idx" ON "person" ("id") WHERE "guest_of" IS NULL;
-- Whether there is anything that not everybody sees, asked twice a second.
CREATE INDEX "meeting_restricted_idx" ON "meeting" ("id") WHERE "visibility" <> 'company' AND "gone_at" IS NULL;
