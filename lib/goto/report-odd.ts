import { log } from '#lib/log.ts'
import { type GotoCallName, unknownKeys } from './contract/calls.ts'
import type { SetAside } from './contract/rows.ts'

const reported = new Set<string>()

/** Once per endpoint and process: we learn of a field the vendor adds, without filling the log. */
export function reportUnknownKeys(name: GotoCallName, json: unknown): void {
  if (reported.has(name)) return
  const keys = unknownKeys(name, json)
  if (keys.length === 0) return
  reported.add(name)
  log.warn({ goto: name, keys: keys.slice(0, 20) }, 'GoTo sent keys that the contract does not know')
}

/** Once per endpoint, kind of problem and process: by name, without the value, which may be personal. */
export function reportSetAside(name: GotoCallName, setAside: readonly SetAside[]): void {
  for (const [because, rows] of Map.groupBy(setAside, (row) => row.because)) {
    const kind = `${name} ${because}`
    if (reported.has(kind)) continue
    reported.add(kind)
    log.warn({ goto: name, because, rows: rows.length }, 'GoTo sent rows that cannot be read; set aside')
  }
}
