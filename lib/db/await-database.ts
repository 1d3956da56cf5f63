import { setTimeout as delay } from 'node:timers/promises'
import { toAppError } from '#lib/errors.ts'

const firstPauseMs = 250
const longestPauseMs = 5_000

/**
 * Does what needs the database as soon as it can be done: tries again, after growing pauses, for as long as it is away.
 * What is wrong is said once, however often it is met. @throws whatever waiting does not change
 */
export async function awaitDatabase<T>(act: () => Promise<T>, say: (sentence: string) => void): Promise<T> {
  const said = new Set<string>()
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await act()
    } catch (thrown) {
      const { code, message, cause } = toAppError(thrown)
      if (code !== 'upstream_unavailable') throw thrown
      // The same trouble has many words: it may be met while connecting, reading or writing.
      const trouble = (cause as { code?: string } | undefined)?.code ?? message
      if (!said.has(trouble)) say(message)
      said.add(trouble)
    }
    await delay(pauseMs)
  }
}
