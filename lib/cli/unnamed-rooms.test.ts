import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listRooms, unnamedRooms } from './unnamed-rooms.ts'

test('docs/ARCHITECTURE.md names every room and every ground file', () => {
  const rooms = listRooms()
  expect(rooms).toEqual(
    expect.arrayContaining(['lib/bench', 'lib/record/who', 'components/meetings/act', 'lib/clock.ts']),
  )
  expect(unnamedRooms(readFileSync('docs/ARCHITECTURE.md', 'utf8'), rooms)).toEqual([])
})

test('a room is named in the row of its noun, not just anywhere', () => {
  const map = 'See `lib/bench`.\n| `lib/meetings` | `list` |\n| `lib/history` | `files` |'
  const rooms = ['lib/bench', 'lib/meetings', 'lib/meetings/list', 'lib/history/list']
  expect(unnamedRooms(map, rooms)).toEqual(['lib/bench', 'lib/history/list'])
})
