import { type Cursor, readCursor, uuidOf, writeCursor } from '#lib/db/list-filter.ts'

/** Where a list goes on: its planned times, and its rooms, which have none. null: there are no more of them. */
export type ListPlace = { isFirst: boolean; planned: Cursor | null; room: string | null }

export const firstPage: ListPlace = { isFirst: true, planned: null, room: null }

const none = '-'

/** null: all of it has been listed. */
export function writePlace({ planned, room }: Omit<ListPlace, 'isFirst'>): string | null {
  if (room === null) return planned && writeCursor(planned)
  return `${planned ? writeCursor(planned) : none}.${room}`
}

/** @throws AppError `invalid` */
export function readPlace(text: string): ListPlace {
  const [planned = '', room] = text.split('.', 2)
  return {
    isFirst: false,
    planned: room !== undefined && planned === none ? null : readCursor(planned),
    room: room === undefined ? null : uuidOf('cursor', room),
  }
}
