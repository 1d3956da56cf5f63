import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** A persistent map: every change is written before it is acknowledged. Values are plain JSON. */
export type Table<T> = {
  get: (id: string) => T | undefined
  set: (id: string, value: T) => void
  delete: (id: string) => void
  clear: () => void
  values: () => Iterable<T>
  entries: () => Iterable<[string, T]>
  size: () => number
}

type Line = [table: string, id: string, value: unknown] | [table: string, id: string]

/**
 * All tables in one file, a line per change, read and rewritten at startup. A line cut short when the process ended was
 * never acknowledged and is dropped. `null` keeps everything in memory.
 */
export function openJournal(dataDir: string | null) {
  const tables = new Map<string, Map<string, unknown>>()
  const file = dataDir === null ? null : join(dataDir, 'sandbox.jsonl')
  let handle: number | null = null
  if (file) {
    mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
    if (existsSync(file)) for (const line of readLines(file)) apply(line)
    rewrite(file)
    handle = openSync(file, 'a', 0o600)
  }

  function rows(name: string): Map<string, unknown> {
    const map = tables.get(name) ?? new Map<string, unknown>()
    tables.set(name, map)
    return map
  }

  function apply([name, id, ...value]: Line): void {
    if (value.length > 0) rows(name).set(id, value[0])
    else if (id === '') rows(name).clear()
    else rows(name).delete(id)
  }

  function write(line: Line): void {
    if (handle !== null) writeSync(handle, `${JSON.stringify(line)}\n`)
    apply(line)
  }

  function rewrite(path: string): void {
    const draft = openSync(`${path}.new`, 'w', 0o600)
    for (const [name, map] of tables) {
      for (const [id, value] of map) appendFileSync(draft, `${JSON.stringify([name, id, value])}\n`)
    }
    fsyncSync(draft)
    closeSync(draft)
    renameSync(`${path}.new`, path)
  }

  function table<T>(name: string): Table<T> {
    const map = rows(name) as Map<string, T>
    return {
      get: (id) => map.get(id),
      set: (id, value) => write([name, id, value]),
      delete: (id) => {
        if (map.has(id)) write([name, id])
      },
      clear: () => {
        if (map.size > 0) write([name, ''])
      },
      values: () => map.values(),
      entries: () => map.entries(),
      size: () => map.size,
    }
  }

  function close(): void {
    if (handle !== null) closeSync(handle)
    handle = null
  }

  return { table, close }
}

function readLines(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Line]
      } catch {
        return []
      }
    })
}
