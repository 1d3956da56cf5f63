/** Enough at once to use GoTo's budget even when it is slow; the budget itself limits the rate. */
const atOnce = 4

/**
 * Does the work for each, a few at once, and returns results in order of completion. A failure is thrown when all have
 * ended: nothing keeps working behind the back of a failed round.
 */
export async function inTurn<T extends NonNullable<unknown>, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const waiting = [...items]
  const results: R[] = []
  async function workOn(): Promise<void> {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) results.push(await work(item))
  }
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, workOn))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return results
}
