import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gotoCalls } from './calls.ts'
import { parseGotoJson } from './json.ts'
import type { GotoCallRecord } from './record.ts'
import type { Rows } from './rows.ts'

const { answer, readRow } = gotoCalls.listUpcomingMeetings.response

function row(meetingId: string, change: object = {}): object {
  return {
    startTime: '2031-03-04T09:00:00Z',
    endTime: '2031-03-04T09:45:00Z',
    firstName: 'Pia',
    lastName: 'Roth',
    email: 'pia.roth@example.net',
    organizerKey: '7000000000004417',
    subject: 'Depot',
    meetingId,
    meetingType: 'scheduled',
    status: 'INACTIVE',
    conferenceCallInfo: 'Hybrid',
    ...change,
  }
}

/** Of every list: where its rows have their id, and a field without which a row says nothing. */
const lists: Record<string, { id: string; needed: string }> = {
  listUpcomingMeetings: { id: 'meetingId', needed: 'organizerKey' },
  listUpcomingMeetingsByOrganizer: { id: 'meetingId', needed: 'organizerKey' },
  listUpcomingMeetingsByGroup: { id: 'meetingId', needed: 'organizerKey' },
  listHistoricalMeetings: { id: 'meetingId', needed: 'startTime' },
  listHistoricalMeetingsByOrganizer: { id: 'meetingId', needed: 'startTime' },
  listHistoricalMeetingsByGroup: { id: 'meetingId', needed: 'startTime' },
  listAttendees: { id: 'meetingId', needed: 'attendeeName' },
  listAttendeesByOrganizer: { id: 'meetingId', needed: 'attendeeName' },
  listAttendeesByGroup: { id: 'meetingId', needed: 'attendeeName' },
  listMeetings: { id: 'meetingId', needed: 'subject' },
  listMeetingsByOrganizer: { id: 'meetingid', needed: 'subject' },
  listMeetingsByGroup: { id: 'meetingId', needed: 'subject' },
  listOrganizers: { id: 'organizerKey', needed: 'groupId' },
  listOrganizersByGroup: { id: 'organizerKey', needed: 'groupId' },
  listGroups: { id: 'groupkey', needed: 'groupName' },
}

const calls: Record<string, GotoCallRecord> = gotoCalls

test('every list is listed here', () => {
  const names = Object.entries(calls).flatMap(([name, { response }]) => (response.readRow === null ? [] : [name]))
  expect(Object.keys(lists).sort()).toEqual(names.sort())
})

/** A row and its expected outcome. */
type Case = { value: unknown; id: string | null; isGood: boolean }

function casesOf(example: object, { id: idName, needed }: { id: string; needed: string }): fc.Arbitrary<Case> {
  const id = fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String)
  // Some rows have their id several times.
  const { newMeetingId: _, meetingKey: __, ...whole } = example as Record<string, unknown>
  const good = id.map((one) => ({ value: { ...whole, [idName]: one }, id: one, isGood: true }))
  const bad = fc.oneof(
    fc.tuple(id, fc.constantFrom({}, [], true)).map(([one, odd]) => ({
      value: { ...whole, [idName]: one, [needed]: odd },
      id: one,
      isGood: false,
    })),
    fc
      .constantFrom<unknown>('', 'Pia', null, 1.5, undefined, {})
      .map((odd) => ({ value: { ...whole, [idName]: odd }, id: null, isGood: false })),
    fc
      .constantFrom<unknown>(null, 7, 'text', [], true, {}, undefined)
      .map((value) => ({ value, id: null, isGood: false })),
  )
  return fc.oneof(good, bad)
}

test.each(Object.entries(lists))(
  '%s: from any mixture, exactly the good rows come out, in order, and each bad one is named',
  (name, names) => {
    const { answer: list, readRow: read } = calls[name]?.response ?? {}
    const idOf = (one: object) => String(Object.entries(one).find(([field]) => field === ourId(names.id))?.[1])
    const example = exampleOf(name)
    fc.assert(
      fc.property(fc.array(casesOf(example, names)), (cases) => {
        const goodIds = cases.filter(({ isGood }) => isGood).map((one) => one.id)
        const badIds = cases.filter(({ isGood }) => !isGood).map((one) => one.id)
        const parsed = list?.safeParse(cases.map(({ value }) => value))
        expect(parsed?.success).toBe(goodIds.length > 0 || badIds.length === 0)
        if (!parsed?.success) return
        const { rows, setAside } = parsed.data as Rows<object>
        expect(rows.map(idOf)).toEqual(goodIds)
        expect(setAside.map((aside) => aside.id)).toEqual(badIds)
        for (const { because } of setAside) expect(because).toMatch(/^[\w. ]+ (is|has|cannot) /)
      }),
      { numRuns: 150 },
    )
    expect(read?.(example)).toMatchObject({ isRead: true })
  },
)

function ourId(id: string): string {
  return { meetingid: 'meetingId', groupkey: 'groupKey' }[id] ?? id
}

/** The vendor's first row of a list. */
function exampleOf(name: string): object {
  const file = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const text = readFileSync(new URL(`./examples/${file}.json`, import.meta.url), 'utf8')
  const { specified } = parseGotoJson(text) as { specified: object[] }
  return specified[0] ?? {}
}

test('a good row means the same alone or among bad ones', () => {
  const alone = answer.parse([row('421907356')]).rows
  expect(answer.parse([null, row('421907356'), row('1', { startTime: 'soon' })]).rows).toEqual(alone)
})

describe('what is wrong with a row is named without any value', () => {
  test.each([
    [{ startTime: 'soon CANARY' }, 'startTime is not a time'],
    [{ organizerKey: 'CANARY' }, 'organizerKey is not an id'],
    [{ organizerKey: undefined }, 'organizerKey is not an id'],
    [{ subject: { CANARY: 1 } }, 'subject has the wrong type'],
    [{ meetingId: 'CANARY', startTime: 'CANARY' }, 'meetingId is not an id; startTime is not a time'],
  ])('%j: %s', (change, because) => {
    expect(readRow(row('421907356', change))).toMatchObject({ isRead: false, setAside: { because } })
  })

  test('nothing at all', () => {
    expect(readRow('CANARY')).toEqual({ isRead: false, setAside: { id: null, because: 'the row has the wrong type' } })
  })
})

test.each([
  ['listOrganizers', { organizerkey: 7, groupId: 'x' }],
  ['listGroups', { groupId: 7, groupName: {} }],
  ['listMeetings', { newMeetingId: '7', subject: {} }],
  ['listAttendees', { meetingId: 7, organizerkey: 1, startTime: 'soon' }],
] as const)('%s: an unreadable row’s id is found under any of its names', (name, value) => {
  expect(gotoCalls[name].response.readRow(value)).toMatchObject({ isRead: false, setAside: { id: '7' } })
})

test('an empty list is empty, and one bad row alone is not a list', () => {
  expect(answer.parse([])).toEqual({ rows: [], setAside: [] } satisfies Rows<never>)
  expect(answer.safeParse([row('x')]).error?.issues[0]?.message).toContain('meetingId is not an id')
  expect(answer.safeParse({ int_err_code: 'X', msg: 'y' }).success).toBe(false)
})
