-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "audio_option" TEXT,
ADD COLUMN     "cancel_failure" TEXT,
ADD COLUMN     "cancel_telling_at" TIMESTAMPTZ(3),
ADD COLUMN     "cancel_tries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "cancelled_by" UUID,
ADD COLUMN     "cancels_at" TIMESTAMPTZ(3),
ADD COLUMN     "coorganizer_keys" BIGINT[] DEFAULT ARRAY[]::BIGINT[],
ADD COLUMN     "details_read_at" TIMESTAMPTZ(3),
ADD COLUMN     "is_visibility_chosen" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "editing_at" TIMESTAMPTZ(3),
ADD COLUMN     "editing_by" UUID,
ADD COLUMN     "password_required" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "written_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "meeting_creation" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organizer_id" UUID NOT NULL,
    "draft" JSONB NOT NULL,
    "draft_hash" TEXT,
    "state" TEXT NOT NULL,
    "meeting_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_creation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "account_key" TEXT NOT NULL,
    "organizer_id" UUID NOT NULL,
    "goto_meeting_id" BIGINT NOT NULL,
    "goto_session_id" BIGINT,
    "meeting_instance_key" BIGINT,
    "meeting_id" UUID,
    "occurrence_id" UUID,
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "attendee_count" INTEGER,
    "people" INTEGER,
    "read_at" TIMESTAMPTZ(3) NOT NULL,
    "attendees_read_at" TIMESTAMPTZ(3),
    "attendees_tries" INTEGER NOT NULL DEFAULT 0,
    "attendees_ask_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "typed_name" TEXT NOT NULL,
    "typed_email" TEXT NOT NULL DEFAULT '',
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3) NOT NULL,
    "nth" INTEGER NOT NULL DEFAULT 0,
    "person_id" UUID,
    "confidence" DOUBLE PRECISION,
    "reasons" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "history_reading" (
    "organizer_id" UUID NOT NULL,
    "covered_from" TIMESTAMPTZ(3),
    "covered_to" TIMESTAMPTZ(3),
    "tried_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "history_reading_pkey" PRIMARY KEY ("organizer_id")
);

-- CreateIndex
CREATE INDEX "meeting_creation_organizer_id_asked_at_idx" ON "meeting_creation"("organizer_id", "asked_at");

-- CreateIndex
CREATE INDEX "session_organizer_id_started_at_idx" ON "session"("organizer_id", "started_at");

-- CreateIndex
CREATE INDEX "session_started_at_id_idx" ON "session"("started_at", "id");

-- CreateIndex
CREATE INDEX "session_account_key_goto_meeting_id_started_at_idx" ON "session"("account_key", "goto_meeting_id", "started_at");

-- CreateIndex
CREATE INDEX "session_occurrence_id_idx" ON "session"("occurrence_id");

-- CreateIndex
CREATE INDEX "session_meeting_id_idx" ON "session"("meeting_id");

-- CreateIndex
CREATE INDEX "attendance_person_id_joined_at_idx" ON "attendance"("person_id", "joined_at");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_session_id_typed_name_typed_email_joined_at_nth_key" ON "attendance"("session_id", "typed_name", "typed_email", "joined_at", "nth");

-- CreateIndex
CREATE INDEX "meeting_cancels_at_idx" ON "meeting"("cancels_at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_organizer_id_fkey" FOREIGN KEY ("organizer_id") REFERENCES "organizer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_occurrence_id_fkey" FOREIGN KEY ("occurrence_id") REFERENCES "occurrence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_reading" ADD CONSTRAINT "history_reading_organizer_id_fkey" FOREIGN KEY ("organizer_id") REFERENCES "organizer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Below this line: written by hand, kept when this file is made again.
