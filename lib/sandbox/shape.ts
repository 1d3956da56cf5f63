import type { GotoCallName } from '#lib/goto/contract/calls.ts'
import { audioOptions } from '#lib/goto/contract/wire.ts'

type Row = Record<string, unknown>

/** Calls whose `passwordRequired` and `createTime` were captured as text (goto-api.md 4, 5.3, 5.8). */
const textual = new Set<GotoCallName>(['getMeeting', 'listMeetings', 'listMeetingsByOrganizer'])
const times = /T\d{2}:\d{2}:\d{2}Z$/

/** Their audio was captured in upper case (goto-api.md 17.4). */
const past = new Set<GotoCallName>(['listHistoricalMeetings', 'listHistoricalMeetingsByOrganizer'])
/** Planned lists: which times a room has there is not documented (goto-api.md 14.5). */
const planned = new Set<GotoCallName>([
  'getMeeting',
  'listUpcomingMeetings',
  'listUpcomingMeetingsByOrganizer',
  'listUpcomingMeetingsByGroup',
])

/** Rooms as in some accounts: without times. */
export function withoutRoomTimes(name: GotoCallName, answer: unknown): unknown {
  if (!planned.has(name) || !Array.isArray(answer)) return answer
  return answer.map((row: Row) => (row.meetingType === 'recurring' ? { ...row, startTime: '', endTime: '' } : row))
}

/** From the specified shape to the captured one: odd dates, flags as text, missing e-mails. */
export function observe(name: GotoCallName, answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map((row) => observeRow(name, row as Row))
  return answer
}

function observeRow(name: GotoCallName, row: Row): Row {
  const isHistory = 'newMeetingId' in row && 'sessionId' in row
  return Object.fromEntries(
    Object.entries(row).flatMap(([key, value]): [string, unknown][] => {
      if (key === 'createTime' && textual.has(name)) return [[key, '']]
      if (key === 'passwordRequired' && isHistory) return [[key, '']]
      if (key === 'passwordRequired' && textual.has(name)) return [[key, String(value)]]
      if (key === 'attendeeEmail' && value === '') return missing(key, String(row.joinTime))
      if (key === 'conferenceCallInfo' && past.has(name)) return [[key, inUpperCase(String(value))]]
      if (typeof value === 'string' && times.test(value)) return [[key, value.replace('Z', '.+0000')]]
      return [[key, value]]
    }),
  )
}

/** Only options: people's own text stays as written. */
function inUpperCase(audio: string): string {
  return audioOptions.some((option) => option === audio) ? audio.toUpperCase() : audio
}

/** An e-mail nobody typed is empty, `NA` or missing altogether (goto-api.md 5.7). */
function missing(key: string, joinTime: string): [string, unknown][] {
  const kind = Number(joinTime.slice(17, 19)) % 3
  return kind === 0 ? [] : [[key, kind === 1 ? 'NA' : '']]
}
