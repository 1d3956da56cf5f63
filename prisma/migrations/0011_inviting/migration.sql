-- AlterTable
ALTER TABLE "person" ADD COLUMN     "guest_of" UUID;

-- AlterTable
ALTER TABLE "invited" ADD COLUMN     "named" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "invited_group" (
    "meeting_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "person_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "except" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "invited_group_pkey" PRIMARY KEY ("meeting_id","group_id")
);

-- CreateIndex
CREATE INDEX "person_guest_of_idx" ON "person"("guest_of");

-- AddForeignKey
ALTER TABLE "invited_group" ADD CONSTRAINT "invited_group_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Below this line: written by hand, kept when this file is made again.

-- Guests belong to whoever invites them (decision 023). A row several organizers shared stays the first one's, with the
-- name it has; the others get rows of their own, called by the part before the @: who typed the name isn't known.
CREATE TABLE "guest_share" AS
SELECT p.id AS person_id, m.organizer_id,
  row_number() OVER (PARTITION BY p.id ORDER BY min(m.created_at), m.organizer_id) AS nth,
  gen_random_uuid() AS own_id
FROM person p
JOIN invited i ON i.person_id = p.id
JOIN meeting m ON m.id = i.meeting_id
WHERE p.email IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM identity x WHERE x.person_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM portal_session x WHERE x.person_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM organizer x WHERE x.person_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM connection x WHERE x.person_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM address x WHERE x.person_id = p.id AND x.verified_by IS NOT NULL)
GROUP BY p.id, m.organizer_id;

UPDATE person p SET guest_of = s.organizer_id FROM guest_share s WHERE s.person_id = p.id AND s.nth = 1;

INSERT INTO person (id, name, email, created_at, guest_of)
SELECT s.own_id, split_part(p.email, '@', 1), p.email, p.created_at, s.organizer_id
FROM guest_share s JOIN person p ON p.id = s.person_id WHERE s.nth > 1;

INSERT INTO address (id, person_id, email, created_at)
SELECT gen_random_uuid(), s.own_id, a.email, a.created_at
FROM guest_share s JOIN address a ON a.person_id = s.person_id WHERE s.nth > 1;

UPDATE invited i SET person_id = s.own_id FROM guest_share s, meeting m
WHERE s.nth > 1 AND i.person_id = s.person_id AND m.id = i.meeting_id AND m.organizer_id = s.organizer_id;

UPDATE attendance a SET person_id = s.own_id FROM guest_share s, session r
WHERE s.nth > 1 AND a.person_id = s.person_id AND r.id = a.session_id AND r.organizer_id = s.organizer_id;

DROP TABLE "guest_share";
