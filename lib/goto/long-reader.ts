import { type GotoCallName, gotoCalls } from './contract/calls.ts'
import { parseGotoJson } from './contract/json.ts'
import type { GotoResponse } from './contract/record.ts'
import { type Keep, type LongRows, type SetAside, valuesOf } from './contract/rows.ts'
import { reportUnknownKeys } from './report-odd.ts'
import { rowKeeper } from './row-keeper.ts'
import { BrokenReply, rowSplitter } from './split-rows.ts'

export type LongReader = {
  push(chunk: Uint8Array): void
  /** The wanted part of the list; null: the answer is not a list. @throws BrokenReply */
  end(): LongRows<unknown> | null
  /** Whether any row could be read, wanted or not. */
  hasRead(): boolean
}

/** Reports count the rows they lack; for a room used for years, no more than this. */
const mostSetAside = 1_000

/** Reads a list of everything there ever was as it arrives (goto-api.md 5.7). null: the call returns no such list. */
export function longReader(name: GotoCallName, keep: Keep): LongReader | null {
  const { readRow, beganAt }: GotoResponse = gotoCalls[name].response
  if (readRow === null || beganAt === null) return null
  const { isWanted = () => true } = keep
  const keeper = rowKeeper<unknown>(keep)
  const setAside: SetAside[] = []
  let hasRead = false
  const splitter = rowSplitter((text) =>
    take(parse(text, JSON.parse), () => parse(text, parseGotoJson), beganAt, readRow),
  )

  /** `value` may have rounded ids: `exactly` costs several times more, so only wanted rows use it. */
  function take(value: unknown, exactly: () => unknown, began: BeganAt, read: ReadRow): void {
    if (!hasRead) reportUnknownKeys(name, [value])
    const at = began(value)
    if (at !== null && !isWanted(at)) {
      hasRead = true
      return
    }
    const reading = read(exactly())
    if (reading.isRead) {
      hasRead = true
      keeper.take(reading.row, at ?? '')
      return
    }
    if (setAside.length < mostSetAside) setAside.push(reading.setAside)
  }

  return {
    push: splitter.push,
    end() {
      const text = splitter.end()
      if (text !== null && text.trim() !== '') {
        const values = valuesOf(parse(text, parseGotoJson))
        if (values === null) return null
        for (const value of values) take(value, () => value, beganAt, readRow)
      }
      return { ...keeper.kept(), setAside }
    },
    hasRead: () => hasRead,
  }
}

type BeganAt = NonNullable<GotoResponse['beganAt']>
type ReadRow = NonNullable<GotoResponse['readRow']>

function parse(text: string, by: (text: string) => unknown): unknown {
  try {
    return by(text)
  } catch {
    throw new BrokenReply('not JSON')
  }
}
