-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "zone" TEXT,
    "theme" TEXT NOT NULL DEFAULT 'system',
    "single_keys" BOOLEAN NOT NULL DEFAULT true,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "address" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "verified_by" TEXT,
    "verified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alias" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portal_session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "via" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "idle_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_because" TEXT,

    CONSTRAINT "portal_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_intent" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_intent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connection" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "account_key" TEXT NOT NULL,
    "organizer_key" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "is_administrator" BOOLEAN NOT NULL,
    "scope" TEXT NOT NULL DEFAULT '',
    "access_token" TEXT NOT NULL,
    "access_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "refresh_token" TEXT,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "grant_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_because" TEXT,
    "lent_at" TIMESTAMPTZ(3),
    "last_failure_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "lease_owner" TEXT,
    "lease_ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group" (
    "id" UUID NOT NULL,
    "account_key" TEXT NOT NULL,
    "group_key" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "visibility" TEXT,
    "gone_at" TIMESTAMPTZ(3),
    "gone_because" TEXT,

    CONSTRAINT "group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_manager" (
    "group_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_manager_pkey" PRIMARY KEY ("group_id","person_id")
);

-- CreateTable
CREATE TABLE "organizer" (
    "id" UUID NOT NULL,
    "account_key" TEXT NOT NULL,
    "organizer_key" BIGINT NOT NULL,
    "person_id" UUID NOT NULL,
    "group_id" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "max_attendees" INTEGER,
    "read_at" TIMESTAMPTZ(3),
    "tried_at" TIMESTAMPTZ(3),
    "read_failure" TEXT,
    "missed_reads" INTEGER NOT NULL DEFAULT 0,
    "gone_at" TIMESTAMPTZ(3),
    "gone_because" TEXT,

    CONSTRAINT "organizer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "account_key" TEXT NOT NULL,
    "organizer_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "visibility" TEXT NOT NULL DEFAULT 'company',
    "origin" TEXT NOT NULL DEFAULT 'goto',
    "agenda" TEXT NOT NULL DEFAULT '',
    "audio" TEXT NOT NULL DEFAULT '',
    "join_url" TEXT,
    "goto_meeting_id" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "missed_reads" INTEGER NOT NULL DEFAULT 0,
    "gone_at" TIMESTAMPTZ(3),
    "gone_because" TEXT,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "occurrence" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "goto_meeting_id" BIGINT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT NOT NULL,
    "gone_at" TIMESTAMPTZ(3),
    "gone_because" TEXT,

    CONSTRAINT "occurrence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invited" (
    "meeting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "invited_pkey" PRIMARY KEY ("meeting_id","person_id")
);

-- CreateTable
CREATE TABLE "room_status" (
    "account_key" TEXT NOT NULL,
    "goto_meeting_id" BIGINT NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT false,
    "active_since" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "waiting_since" TIMESTAMPTZ(3),
    "ending_since" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "source" TEXT NOT NULL DEFAULT 'upcoming',

    CONSTRAINT "room_status_pkey" PRIMARY KEY ("account_key","goto_meeting_id")
);

-- CreateTable
CREATE TABLE "join_press" (
    "id" UUID NOT NULL,
    "account_key" TEXT NOT NULL,
    "goto_meeting_id" BIGINT NOT NULL,
    "meeting_id" UUID,
    "occurrence_id" UUID,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "join_press_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement" (
    "id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" UUID NOT NULL,
    "gone_at" TIMESTAMPTZ(3),
    "gone_because" TEXT,

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" UUID,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT,
    "subject_id" TEXT,
    "outcome" TEXT NOT NULL DEFAULT 'done',
    "address" TEXT NOT NULL DEFAULT '',
    "request_id" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "read_run" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "source" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "read_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "list_version" (
    "name" TEXT NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "list_version_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "request_budget" (
    "name" TEXT NOT NULL,
    "next_at_ms" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "slowdown" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "slow_until_ms" DOUBLE PRECISION NOT NULL DEFAULT 0,

    CONSTRAINT "request_budget_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "identity_person_id_idx" ON "identity"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_kind_issuer_subject_key" ON "identity"("kind", "issuer", "subject");

-- CreateIndex
CREATE INDEX "address_email_idx" ON "address"("email");

-- CreateIndex
CREATE UNIQUE INDEX "address_person_id_email_key" ON "address"("person_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "alias_person_id_name_key" ON "alias"("person_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "portal_session_token_hash_key" ON "portal_session"("token_hash");

-- CreateIndex
CREATE INDEX "portal_session_person_id_idx" ON "portal_session"("person_id");

-- CreateIndex
CREATE INDEX "link_intent_session_id_idx" ON "link_intent"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "connection_person_id_key" ON "connection"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "connection_account_key_organizer_key_key" ON "connection"("account_key", "organizer_key");

-- CreateIndex
CREATE UNIQUE INDEX "group_account_key_group_key_key" ON "group"("account_key", "group_key");

-- CreateIndex
CREATE INDEX "group_manager_person_id_idx" ON "group_manager"("person_id");

-- CreateIndex
CREATE INDEX "organizer_person_id_idx" ON "organizer"("person_id");

-- CreateIndex
CREATE INDEX "organizer_group_id_idx" ON "organizer"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "organizer_account_key_organizer_key_key" ON "organizer"("account_key", "organizer_key");

-- CreateIndex
CREATE INDEX "meeting_organizer_id_idx" ON "meeting"("organizer_id");

-- CreateIndex
CREATE INDEX "meeting_visibility_idx" ON "meeting"("visibility");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_account_key_goto_meeting_id_key" ON "meeting"("account_key", "goto_meeting_id");

-- CreateIndex
CREATE INDEX "occurrence_meeting_id_idx" ON "occurrence"("meeting_id");

-- CreateIndex
CREATE INDEX "occurrence_starts_at_id_idx" ON "occurrence"("starts_at", "id");

-- CreateIndex
CREATE INDEX "occurrence_ends_at_idx" ON "occurrence"("ends_at");

-- CreateIndex
CREATE INDEX "occurrence_goto_meeting_id_idx" ON "occurrence"("goto_meeting_id");

-- CreateIndex
CREATE INDEX "invited_person_id_idx" ON "invited"("person_id");

-- CreateIndex
CREATE INDEX "room_status_is_active_idx" ON "room_status"("is_active");

-- CreateIndex
CREATE INDEX "join_press_goto_meeting_id_at_idx" ON "join_press"("goto_meeting_id", "at");

-- CreateIndex
CREATE INDEX "join_press_person_id_at_idx" ON "join_press"("person_id", "at");

-- CreateIndex
CREATE INDEX "join_press_occurrence_id_person_id_idx" ON "join_press"("occurrence_id", "person_id");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_at_idx" ON "audit_entry"("actor_id", "at");

-- CreateIndex
CREATE INDEX "outbox_event_done_at_id_idx" ON "outbox_event"("done_at", "id");

-- CreateIndex
CREATE INDEX "read_run_kind_started_at_idx" ON "read_run"("kind", "started_at");

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alias" ADD CONSTRAINT "alias_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portal_session" ADD CONSTRAINT "portal_session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection" ADD CONSTRAINT "connection_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_manager" ADD CONSTRAINT "group_manager_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_manager" ADD CONSTRAINT "group_manager_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organizer" ADD CONSTRAINT "organizer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organizer" ADD CONSTRAINT "organizer_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_organizer_id_fkey" FOREIGN KEY ("organizer_id") REFERENCES "organizer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invited" ADD CONSTRAINT "invited_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invited" ADD CONSTRAINT "invited_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "join_press" ADD CONSTRAINT "join_press_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Below this line: written by hand, kept when this file is made again.

-- Only one person may hold an address as verified; anybody may have it unverified.
CREATE UNIQUE INDEX "address_verified_email_key" ON "address"("email") WHERE "verified_by" IS NOT NULL;

-- What happened stays: the audit can be added to and read.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit is append-only: % refused.', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

INSERT INTO "list_version" ("name") VALUES ('meetings');

-- Searching a subject is quick where the trigram extension may be had, and right without it.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX "meeting_subject_trgm" ON "meeting" USING gin ("subject" gin_trgm_ops);
EXCEPTION
  WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object THEN
    RAISE NOTICE 'pg_trgm is not available: subjects are searched without an index.';
END
$$;
