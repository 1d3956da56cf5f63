import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axisOf, axisTicks, positionOf } from './axis.ts'

const between = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) })
const times = (from: string, to: string, zone: string) => axisTicks(between(from, to), zone).map(({ time }) => time)

describe('the ticks of the axis', () => {
  test('are round local times', () => {
    expect(times('2026-11-24T09:03:00Z', '2026-11-24T10:12:00Z', 'Europe/Berlin')).toEqual([
      '10:10',
      '10:20',
      '10:30',
      '10:40',
      '10:50',
      '11:00',
      '11:10',
    ])
  })

  test('are round where the zone is not a whole hour from UTC', () => {
    expect(times('2026-11-24T09:10:00Z', '2026-11-24T12:10:00Z', 'Asia/Kathmandu')).toEqual([
      '15:00',
      '15:30',
      '16:00',
      '16:30',
      '17:00',
      '17:30',
    ])
  })

  test('name the day after midnight', () => {
    const ticks = axisTicks(between('2026-11-24T22:10:00Z', '2026-11-25T00:10:00Z'), 'Europe/Berlin')
    expect(ticks.filter(({ day }) => day).map(({ time, day }) => [time, day])).toEqual([
      ['00:00', 'Wednesday 25 November'],
    ])
  })

  test('leave out the hour that does not exist in spring, and keep their true distance', () => {
    const axis = between('2027-03-28T00:00:00Z', '2027-03-28T03:00:00Z')
    const ticks = axisTicks(axis, 'Europe/Berlin')
    expect(ticks.map(({ time }) => time)).toEqual(['01:00', '01:30', '03:00', '03:30', '04:00', '04:30', '05:00'])
    expect(ticks.find(({ time }) => time === '03:00')).toMatchObject({ zone: 'CEST', position: 1 / 3 })
    expect(ticks.filter(({ zone }) => zone)).toHaveLength(1)
  })

  test('say which of the two hours it is in autumn', () => {
    const ticks = axisTicks(between('2026-10-25T00:00:00Z', '2026-10-25T02:00:00Z'), 'Europe/Berlin')
    expect(ticks.map(({ time, zone }) => `${time} ${zone ?? ''}`.trim())).toEqual([
      '02:00',
      '02:15',
      '02:30',
      '02:45',
      '02:00 CET',
      '02:15',
      '02:30',
      '02:45',
      '03:00',
    ])
  })

  test('are few, in order and on the axis, however long the session was', () => {
    const start = fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2027-12-31') })
    const length = fc.integer({ min: 60_000, max: 30 * 86_400_000 })
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns')
    fc.assert(
      fc.property(start, length, zone, (from, ms, name) => {
        const positions = axisTicks({ from, to: from + ms }, name).map(({ position }) => position)
        expect(positions.length).toBeLessThanOrEqual(10)
        expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b))
        expect(positions.every((position) => position >= 0 && position <= 1)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})

describe('the axis', () => {
  const session = {
    startedAt: '2026-11-24T09:03:00.000Z',
    endedAt: '2026-11-24T10:00:00.000Z',
    plannedStartsAt: '2026-11-24T09:00:00.000Z',
    plannedEndsAt: '2026-11-24T10:00:00.000Z',
    attendees: [],
  }

  test('reaches to the planned times when they are near', () => {
    expect(axisOf(session)).toEqual(between('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'))
    const far = { ...session, plannedStartsAt: '2026-11-24T06:00:00.000Z' }
    expect(axisOf(far)).toEqual(between('2026-11-24T09:03:00Z', '2026-11-24T10:00:00Z'))
  })

  test('has a length even when a session had none', () => {
    const axis = axisOf({ ...session, endedAt: session.startedAt, plannedStartsAt: null, plannedEndsAt: null })
    expect(axis.to - axis.from).toBe(60_000)
    expect(positionOf(axis.to + 5, axis)).toBe(1)
  })
})
