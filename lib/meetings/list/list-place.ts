import { type Cursor, invalid, noSuchPage, readCursor, uuidOf, writeCursor } from '#lib/db/list-filter.ts'

/**
 * A place among rooms, which are listed by subject and, where two are equal, by id. The subject is as it was listed, so
 * that nothing is looked up: a room that was renamed or is gone moves no other, and an id alone says nothing.
 */
export type RoomPlace = { subject: string; id: string }

/** Where a list goes on: its planned times, and its rooms, which have none. null: there are no more of them. */
export type ListPlace = { isFirst: boolean; planned: Cursor | null; room: RoomPlace | null }

export const firstPage: ListPlace = { isFirst: true, planned: null, room: null }

const none = '-'

/** null: all of it has been listed. */
export function writePlace({ planned, room }: Omit<ListPlace, 'isFirst'>): string | null {
  if (room === null) return planned && writeCursor(planned)
  return `${planned ? writeCursor(planned) : none}.${Buffer.from(`${room.id} ${room.subject}`).toString('base64url')}`
}

/** @throws AppError `invalid` */
export function readPlace(text: string): ListPlace {
  const [planned = '', room] = text.split('.', 2)
  return {
    isFirst: false,
    planned: room !== undefined && planned === none ? null : readCursor(planned),
    room: room === undefined ? null : readRoom(room),
  }
}

function readRoom(text: string): RoomPlace {
  const [, id, subject] = /^(\S+) (.*)$/s.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? []
  // PostgreSQL stores no such character.
  if (id === undefined || subject === undefined || subject.includes('\0')) throw invalid('cursor', noSuchPage)
  return { id: uuidOf('cursor', id), subject }
}
