import type { GotoCallName } from '#lib/goto/contract/calls.ts'

type Row = Record<string, unknown>

/** Calls whose `passwordRequired` and `createTime` were captured as text (goto-api.md 4, 5.3, 5.8). */
const textual = new Set<GotoCallName>(['getMeeting', 'listMeetings', 'listMeetingsByOrganizer'])
const times = /T\d{2}:\d{2}:\d{2}Z$/

/** From the specified shape to the one that was captured: odd dates, flags as text, e-mails that are not there. */
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
      if (typeof value === 'string' && times.test(value)) return [[key, value.replace('Z', '.+0000')]]
      return [[key, value]]
    }),
  )
}

/** An e-mail that nobody typed is empty, `NA`, or not there at all (goto-api.md 5.7). */
function missing(key: string, joinTime: string): [string, unknown][] {
  const kind = Number(joinTime.slice(17, 19)) % 3
  return kind === 0 ? [] : [[key, kind === 1 ? 'NA' : '']]
}
