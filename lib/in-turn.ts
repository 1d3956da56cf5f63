/** Enough at once to use GoTo's budget while it takes its time; the budget itself holds the rate. */
const atOnce = 4

/**
 * Does the work for each, a few at once, and answers in the order in which they end. A failure is thrown when all have
 * ended: nobody works on behind the back of a round that failed.
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
