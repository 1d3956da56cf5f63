-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "cancel_may_have_arrived" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "listed_audio" TEXT;

-- Below this line: written by hand, kept when this file is made again.

-- What is known so far came from GoTo's lists.
UPDATE "meeting" SET "listed_audio" = "audio" WHERE "goto_meeting_id" IS NOT NULL AND "audio" <> '';
-- GoTo was told and did not refuse: whether it still has these is not known.
UPDATE "meeting" SET "cancel_may_have_arrived" = true
  WHERE "cancel_failure" IN ('upstream_unavailable', 'upstream_rejected', 'internal');
-- Who may start a room may start what is planned in it.
UPDATE "meeting" m SET "coorganizer_keys" = room."coorganizer_keys" FROM "meeting" room, "occurrence" o
  WHERE o."meeting_id" = m."id" AND o."goto_meeting_id" = room."goto_meeting_id" AND room."account_key" = m."account_key"
    AND m."goto_meeting_id" IS NULL;
