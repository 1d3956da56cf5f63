/** Complete, successful reads without a meeting that make it gone. */
export const missedReadsUntilGone = 2

/** Removing more than this share of what is planned, and more than `freeRemovals`, is more likely a fault than a decision. */
const brakeShare = 0.25
const freeRemovals = 10

export type RemovalPlan = { remove: string[]; held: string[] }

/**
 * Which missed meetings are removed now. Above the brake none is: they wait until an administrator says so, or until
 * GoTo lists them again.
 */
export function planRemovals(input: {
  missed: readonly { id: string; missedReads: number }[]
  /** How many meetings are planned and not gone, the missed ones included. */
  planned: number
  allowRemovals: boolean
}): RemovalPlan {
  const due = input.missed.filter((meeting) => meeting.missedReads >= missedReadsUntilGone).map((meeting) => meeting.id)
  const isTooMany = due.length > freeRemovals && due.length > input.planned * brakeShare
  return isTooMany && !input.allowRemovals ? { remove: [], held: due } : { remove: due, held: [] }
}
