import { expect, test } from 'vitest'
import { earlierRuns } from './seen-runs.ts'

const at = (text: string) => new Date(`2026-11-${text}:00Z`)
const first = { since: at('20T08:00'), endedAt: at('21T14:00') }
const second = { since: at('21T14:01'), endedAt: at('22T18:00') }
const room = { activeSince: second.since, endedAt: second.endedAt, earlierRuns: [first] }
const again = at('22T18:01')
const session = (startedAt: string, endedAt: string) => ({ startedAt: at(startedAt), endedAt: at(endedAt) })

test('every run that isn’t stored is remembered when the room is in use again', () => {
  expect(earlierRuns(room, [], again)).toEqual([first, second])
})

test('a run is forgotten once its own session is stored, not by a later one’s', () => {
  expect(earlierRuns(room, [session('20T07:59', '21T13:59')], again)).toEqual([second])
  expect(earlierRuns(room, [session('21T14:01', '22T17:59')], again)).toEqual([first])
})

test('a host who dropped out unnoticed made two sessions of one run: the first alone is not all of it', () => {
  const known = { ...room, earlierRuns: [] }
  expect(earlierRuns(known, [session('21T14:00', '21T15:00')], again)).toEqual([second])
})

test('what GoTo hasn’t reported for a month it never will', () => {
  expect(earlierRuns(room, [], new Date(again.getTime() + 40 * 86_400_000))).toEqual([])
})

test('a room that was only waited for has no runs, and entries of another shape are ignored', () => {
  expect(earlierRuns({ activeSince: null, endedAt: null, earlierRuns: [{ run: 1 }] }, [], again)).toEqual([])
})
