import type { GotoCallName, GotoWire } from '#lib/goto/contract/calls.ts'
import type { OrganizerRecord } from '../state.ts'
import type { World } from '../world.ts'

/** Who asks, for what. `path` holds the digits in the address, `query` its parameters. */
export type CallContext = {
  world: World
  caller: OrganizerRecord
  /** An administrator of the account whose client has the Admin Center scope (goto-api.md 8). */
  isAdmin: boolean
  path: Record<string, string>
  query: URLSearchParams
  /** Parsed JSON; `undefined` when there was no body. */
  body: unknown
  shape: 'specified' | 'observed'
  /** Where the sandbox's own pages are, for join and host addresses. */
  origin: string
}

export type ServedApi = 'meetings' | 'admin' | 'identity'

/** One per contract call: a missing or misspelt one does not compile. Each answers in the specified shape. */
export type Handlers = { [N in GotoCallName<ServedApi>]: (context: CallContext) => GotoWire<N> }
export type HandlersOf<N extends GotoCallName<ServedApi>> = Pick<Handlers, N>
