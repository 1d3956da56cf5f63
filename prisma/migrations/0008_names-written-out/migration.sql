-- Names are found written out (`mueller`), too, and Korean ones by their given name. Prisma cannot say that a column is
-- generated, so that nothing changed for it.

-- Below this line: written by hand, kept when this file is made again.

-- The same as searchWords() of lib/search/readings.ts. It stands on the function of 0006 and, like it, is never replaced.
-- It keeps its search path: a restored database has none while it makes the columns.
CREATE FUNCTION "search_readings"(said text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
SET search_path FROM CURRENT AS $$
DECLARE
  words text COLLATE "C" := search_words(said);
  written_out text COLLATE "C" := said;
  apart text COLLATE "C" := words;
BEGIN
  IF octet_length(said) = char_length(said) THEN
    RETURN words;
  END IF;
  written_out := regexp_replace(written_out, '[äÄ]|[aA]\u0308', 'ae', 'g');
  written_out := regexp_replace(written_out, '[öÖøØ]|[oO]\u0308', 'oe', 'g');
  written_out := regexp_replace(written_out, '[üÜ]|[uU]\u0308', 'ue', 'g');
  written_out := regexp_replace(written_out, '[\u00E5\u00C5\u212B]|[aA]\u030A', 'aa', 'g');
  -- A Korean family name and two syllables: folding took them apart.
  IF words ~ '[\u1161-\u1175]' THEN
    apart := regexp_replace(words,
      ' ([\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?(?:[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?)?)' ||
      '([\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?)(?= |$)',
      ' \1 \2', 'g');
  END IF;
  RETURN words
    || CASE WHEN written_out <> said THEN search_words(written_out) ELSE '' END
    || CASE WHEN apart <> words THEN apart ELSE '' END;
END
$$;

-- The same columns by the new function, so that an older process beside this one goes on searching by them. One ALTER
-- per table: its rows are written anew once.
ALTER TABLE "person"
  DROP COLUMN "name_words", DROP COLUMN "email_words",
  ADD COLUMN "name_words" text COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_readings("name")) STORED,
  ADD COLUMN "email_words" text COLLATE "C" GENERATED ALWAYS AS (search_readings("email")) STORED;
ALTER TABLE "address"
  DROP COLUMN "email_words",
  ADD COLUMN "email_words" text COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_readings("email")) STORED;
ALTER TABLE "organizer"
  DROP COLUMN "name_words", DROP COLUMN "email_words",
  ADD COLUMN "name_words" text COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_readings("name")) STORED,
  ADD COLUMN "email_words" text COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_readings("email")) STORED;
ALTER TABLE "meeting"
  DROP COLUMN "subject_words",
  ADD COLUMN "subject_words" text COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_readings("subject")) STORED;
ALTER TABLE "session"
  DROP COLUMN "subject_words",
  ADD COLUMN "subject_words" text COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_readings("subject")) STORED;
ALTER TABLE "attendance"
  DROP COLUMN "typed_name_words", DROP COLUMN "typed_email_words",
  ADD COLUMN "typed_name_words" text COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_readings("typed_name")) STORED,
  ADD COLUMN "typed_email_words" text COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_readings("typed_email")) STORED;

-- The indexes went with their columns.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX "person_words_trgm" ON "person" USING gin ("name_words" gin_trgm_ops, "email_words" gin_trgm_ops);
  CREATE INDEX "address_words_trgm" ON "address" USING gin ("email_words" gin_trgm_ops);
  CREATE INDEX "organizer_words_trgm" ON "organizer" USING gin ("name_words" gin_trgm_ops, "email_words" gin_trgm_ops);
  CREATE INDEX "meeting_words_trgm" ON "meeting" USING gin ("subject_words" gin_trgm_ops);
  CREATE INDEX "session_words_trgm" ON "session" USING gin ("subject_words" gin_trgm_ops);
  CREATE INDEX "attendance_words_trgm" ON "attendance" USING gin ("typed_name_words" gin_trgm_ops, "typed_email_words" gin_trgm_ops);
EXCEPTION
  WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object THEN
    RAISE NOTICE 'pg_trgm is not available: names and subjects are searched without an index.';
END
$$;
