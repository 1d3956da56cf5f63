import { log } from '#lib/log.ts'
import { type GotoCallName, unknownKeys } from './contract/calls.ts'
import type { SetAside } from './contract/rows.ts'

const reported = new Set<string>()

/** Once per endpoint and process: a vendor that adds a field tells us so, without filling the log. */
export function reportUnknownKeys(name: GotoCallName, json: unknown): void {
  if (reported.has(name)) return
  const keys = unknownKeys(name, json)
  if (keys.length === 0) return
  reported.add(name)
  log.warn({ goto: name, keys: keys.slice(0, 20) }, 'GoTo answers with keys that the contract does not know')
}

/** Once per endpoint, kind of trouble and process: by its name, without the value, which may be a person's. */
export function reportSetAside(name: GotoCallName, setAside: readonly SetAside[]): void {
  for (const [because, rows] of Map.groupBy(setAside, (row) => row.because)) {
    const kind = `${name} ${because}`
    if (reported.has(kind)) continue
    reported.add(kind)
    log.warn({ goto: name, because, rows: rows.length }, 'GoTo answers with rows that cannot be read: put aside')
  }
}
