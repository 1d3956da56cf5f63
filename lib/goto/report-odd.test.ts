import { symbols } from 'pino'
import { afterEach, expect, test, vi } from 'vitest'
import { log } from '#lib/log.ts'
import { reportSetAside, reportUnknownKeys } from './report-odd.ts'

afterEach(() => {
  log.level = 'silent'
  vi.restoreAllMocks()
})

/** Lines as the log would write them. */
function logged(): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = []
  const stream = (log as unknown as Record<symbol, { write(line: string): void }>)[symbols.streamSym]
  if (!stream) throw new Error('pino has no stream')
  log.level = 'warn'
  vi.spyOn(stream, 'write').mockImplementation((line) => void lines.push(JSON.parse(line)))
  return lines
}

test('each kind of problem in a list is logged once, with a count and no id', () => {
  const lines = logged()
  const times = { id: '421907356', because: 'startTime is not a time' }
  reportSetAside('listUpcomingMeetings', [
    times,
    { ...times, id: null },
    { id: '7', because: 'subject has the wrong type' },
  ])
  reportSetAside('listUpcomingMeetings', [times])
  expect(lines).toMatchObject([
    { goto: 'listUpcomingMeetings', because: 'startTime is not a time', rows: 2 },
    { goto: 'listUpcomingMeetings', because: 'subject has the wrong type', rows: 1 },
  ])
  expect(JSON.stringify(lines)).not.toContain('421907356')
})

test('the same problem elsewhere is another kind', () => {
  const lines = logged()
  reportSetAside('listAttendees', [{ id: null, because: 'startTime is not a time' }])
  reportSetAside('listGroups', [])
  expect(lines).toHaveLength(1)
})

test('undescribed keys are logged once per endpoint, by name', () => {
  const lines = logged()
  for (const value of ['CANARY', 'other']) reportUnknownKeys('listGroups', [{ groupkey: 1, colour: value }])
  expect(lines).toMatchObject([{ goto: 'listGroups', keys: ['colour'] }])
  expect(JSON.stringify(lines)).not.toContain('CANARY')
})
