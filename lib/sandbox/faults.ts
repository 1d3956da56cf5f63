import { z } from 'zod'
import { type GotoCallName, gotoCalls } from '#lib/goto/contract/calls.ts'
import type { State } from './state.ts'

const callNames = Object.keys(gotoCalls) as GotoCallName[]
const names = [...callNames, 'token', '*'] as const

export const Fault = z.strictObject({
  call: z.enum(names as unknown as [string, ...string[]], {
    error: () => `must be one of ${names.join(', ')} ("token" is requestToken, "*" any call)`,
  }),
  count: z.int().positive(),
  answer: z.union([
    z.literal([302, 401, 403, 409, 429, 500, 503]),
    z.enum(['hang', 'cut', 'html', 'truncate', 'empty']),
  ]),
  retryAfterSeconds: z.int().nonnegative().optional(),
})
export type Fault = z.infer<typeof Fault>

const key = 'planned'

export function addFaults(state: State, faults: Fault[]): void {
  state.faults.set(key, [...planned(state), ...faults])
}

export function clearFaults(state: State): void {
  state.faults.clear()
}

/** Takes one ordered fault for this call, if there is any. */
export function takeFault(state: State, name: GotoCallName): Fault | null {
  const faults = planned(state)
  const asked = name === 'requestToken' ? [name, 'token', '*'] : [name, '*']
  const index = faults.findIndex(({ call }) => asked.includes(call))
  const fault = faults[index]
  if (!fault) return null
  const rest = fault.count > 1 ? faults.with(index, { ...fault, count: fault.count - 1 }) : faults.toSpliced(index, 1)
  state.faults.set(key, rest)
  return fault
}

function planned(state: State): Fault[] {
  return (state.faults.get(key) as Fault[] | undefined) ?? []
}
