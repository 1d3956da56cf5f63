-- AlterTable
ALTER TABLE "session" ADD COLUMN     "people_rule" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "session_people_rule_idx" ON "session"("people_rule");

-- Below this line: written by hand, kept when this file is made again.

-- A process from before this migration counts people by its own rule and says nothing of rules: what it wrote is counted
-- again. What the same rule counts differently for a good reason is counted once more, to the same result.
CREATE FUNCTION "people_are_counted_again"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."people" IS DISTINCT FROM OLD."people" AND NEW."people_rule" = OLD."people_rule" THEN
    NEW."people_rule" := 0;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "people_are_counted_again" BEFORE UPDATE OF "people" ON "session"
  FOR EACH ROW EXECUTE FUNCTION "people_are_counted_again"();
