import { type GotoCallName, gotoCalls } from './contract/calls.ts'
import { parseGotoJson } from './contract/json.ts'
import type { GotoResponse } from './contract/record.ts'
import { type Keep, type LongRows, type SetAside, valuesOf } from './contract/rows.ts'
import { reportUnknownKeys } from './report-odd.ts'
import { rowKeeper } from './row-keeper.ts'
import { BrokenReply, rowSplitter } from './split-rows.ts'

export type LongReader = {
  push(chunk: Uint8Array): void
  /** What was wanted of the list; null: the answer is none. @throws BrokenReply */
  end(): LongRows<unknown> | null
  /** Whether any row could be read, wanted or not. */
  hasRead(): boolean
}

/** Ids of rooms that were used for years: the same trouble with the same id is one entry, and no more than this. */
const mostSetAside = 1_000

/** Reads a list that holds all there ever was as it arrives (goto-api.md 5.7). null: the call answers no such list. */
export function longReader(name: GotoCallName, keep: Keep<never>): LongReader | null {
  const { readRow, beganAt }: GotoResponse = gotoCalls[name].response
  if (readRow === null || beganAt === null) return null
  const read = readRow
  const keeper = rowKeeper(keep as Keep<unknown>, beganAt as (row: unknown) => string)
  const setAside = new Map<string, SetAside>()
  let hasRead = false
  const splitter = rowSplitter((text) => take(parse(text)))

  function take(value: unknown): void {
    if (!hasRead) reportUnknownKeys(name, [value])
    const reading = read(value)
    if (reading.isRead) {
      hasRead = true
      keeper.take(reading.row)
      return
    }
    const { id, because } = reading.setAside
    if (setAside.size < mostSetAside) setAside.set(`${id} ${because}`, reading.setAside)
  }

  return {
    push: splitter.push,
    end() {
      const text = splitter.end()
      if (text !== null && text.trim() !== '') {
        const values = valuesOf(parse(text))
        if (values === null) return null
        for (const value of values) take(value)
      }
      return { ...keeper.kept(), setAside: [...setAside.values()] }
    },
    hasRead: () => hasRead,
  }
}

function parse(text: string): unknown {
  try {
    return parseGotoJson(text)
  } catch {
    throw new BrokenReply('what is no JSON')
  }
}
