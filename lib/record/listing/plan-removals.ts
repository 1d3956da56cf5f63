/** How many complete, successful reads without a meeting make it gone. */
export const missedReadsUntilGone = 2

/**
 * Removing more than this share of planned meetings and more than `freeRemovals` is more likely an error than a
 * decision.
 */
const brakeShare = 0.25
const freeRemovals = 10

export type RemovalPlan = { remove: string[]; held: string[] }

/**
 * Which missed meetings are removed now. Above the brake none are: they wait until an administrator allows it or GoTo
 * lists them again.
 */
export function planRemovals(input: {
  missed: readonly { id: string; missedReads: number }[]
  /** How many meetings are planned and not gone, including missed ones. */
  planned: number
  allowRemovals: boolean
}): RemovalPlan {
  const due = input.missed.filter((meeting) => meeting.missedReads >= missedReadsUntilGone).map((meeting) => meeting.id)
  const isTooMany = due.length > freeRemovals && due.length > input.planned * brakeShare
  return isTooMany && !input.allowRemovals ? { remove: [], held: due } : { remove: due, held: [] }
}
