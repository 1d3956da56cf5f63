-- DropIndex
DROP INDEX "attendance_session_id_typed_name_typed_email_joined_at_nth_key";

-- AlterTable
ALTER TABLE "organizer" ADD COLUMN     "unread_rows" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "goto_instance" TEXT,
ADD COLUMN     "goto_session" TEXT,
ADD COLUMN     "unread_rows" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "ended_at" DROP NOT NULL;

-- AlterTable
ALTER TABLE "attendance" ALTER COLUMN "joined_at" DROP NOT NULL,
ALTER COLUMN "left_at" DROP NOT NULL;

-- AlterTable
ALTER TABLE "history_reading" ADD COLUMN     "unread" JSONB NOT NULL DEFAULT '[]';

-- Below this line: written by hand, kept when this file is made again.

-- Stays whose join nobody knows are alike, too: the same row told twice is one.
CREATE UNIQUE INDEX "attendance_stay_key"
  ON "attendance" ("session_id", "typed_name", "typed_email", "joined_at", "nth") NULLS NOT DISTINCT;

-- A process from before this migration writes numbers, which are names all the same.
CREATE FUNCTION "session_names_follow_numbers"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."goto_session" := coalesce(NEW."goto_session", NEW."goto_session_id"::text);
  NEW."goto_instance" := coalesce(NEW."goto_instance", NEW."meeting_instance_key"::text);
  RETURN NEW;
END $$;
CREATE TRIGGER "session_names_follow_numbers" BEFORE INSERT OR UPDATE ON "session"
  FOR EACH ROW EXECUTE FUNCTION "session_names_follow_numbers"();
UPDATE "session" SET "goto_session" = "goto_session_id"::text, "goto_instance" = "meeting_instance_key"::text
  WHERE "goto_session_id" IS NOT NULL OR "meeting_instance_key" IS NOT NULL;
