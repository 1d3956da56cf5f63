-- CreateIndex
CREATE INDEX "meeting_goto_meeting_id_idx" ON "meeting"("goto_meeting_id");

-- CreateIndex
CREATE INDEX "meeting_coorganizer_keys_idx" ON "meeting" USING GIN ("coorganizer_keys");

-- CreateIndex
CREATE INDEX "room_status_waiting_since_idx" ON "room_status"("waiting_since");

-- CreateIndex
CREATE INDEX "session_goto_meeting_id_idx" ON "session"("goto_meeting_id");

-- Below this line: written by hand, kept when this file is made again.

-- What lists begin with, found without reading what is over: rooms, which have no time, and the few meetings that last
-- longer than a day.
CREATE INDEX "meeting_rooms_idx" ON "meeting" ("subject", "id") WHERE "kind" = 'room';
CREATE INDEX "occurrence_long_idx" ON "occurrence" ("ends_at") WHERE "ends_at" - "starts_at" > interval '24 hours';
-- Sessions whose attendance isn't known, which every look at attendance counts.
CREATE INDEX "session_unnamed_idx" ON "session" ("organizer_id", "started_at") WHERE "attendees_read_at" IS NULL;
