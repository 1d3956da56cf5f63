import { globSync } from 'node:fs'
import { dirname } from 'node:path'

/** Every folder and ground file of lib and components that a map has to name. */
export function listRooms(): string[] {
  const files = globSync(['components/**/*.{ts,tsx}', 'lib/**/*.ts']).filter((file) => !/\.test\.tsx?$/.test(file))
  const folders = new Set(files.map(dirname).map((folder) => folder.split('/').slice(0, 3).join('/')))
  const nouns = [...folders].filter((folder) => folder.split('/').length === 2 || hasRooms.test(folder))
  return [...nouns, ...files.filter((file) => dirname(file) === 'lib')].sort()
}

/** Where a folder within a folder is a room; elsewhere it is a shelf of its own. */
const hasRooms = /^(components\/|lib\/(meetings|history|record)\/)/

/** The rooms that this map does not name: `lib/meetings` by its path, `lib/meetings/list` by `list` in the same row. */
export function unnamedRooms(map: string, rooms: readonly string[]): string[] {
  const rows = map.split('\n').filter((line) => line.startsWith('|'))
  const cite = (name: string) => `\`${name}\``
  return rooms.filter((room) => {
    const [, noun = '', inner] = room.split('/')
    if (inner === undefined) return !rows.some((row) => row.includes(cite(room)))
    const home = `${room.split('/')[0]}/${noun}`
    return !rows.some((row) => row.includes(cite(home)) && row.includes(cite(inner)))
  })
}
