export type LoggedCall = { at: string; method: string; path: string; email: string | null; status: number }

const keptAtMost = 20_000

/** Calls to the API and the token endpoint, oldest first. `status` is 0 for calls that got no answer. */
export function createCallLog() {
  let calls: LoggedCall[] = []
  return {
    list: (): LoggedCall[] => calls,
    /** Keeps the time of arrival; the status follows when it is known. */
    add(at: number, method: string, path: string): LoggedCall {
      const call = { at: new Date(at).toISOString(), method, path, email: null, status: 0 }
      if (calls.length >= keptAtMost) calls = calls.slice(keptAtMost / 2)
      calls.push(call)
      return call
    },
  }
}

export type CallLog = ReturnType<typeof createCallLog>
