/** A run of a room, a wait before one and a reading of one: none is believed to last longer. */
export const longestRunHours = 12
/** How long after a press somebody is still taken to wait before a dateless room. */
export const roomWaitMinutes = 120
/** How long before its start a run of the room still counts as this meeting (product.md 3). */
export const earliestStartMinutes = 30
/** How long after its end a run of the room still counts as this meeting (product.md 3). */
export const latestRunMinutes = 120
/** Coming this much after the start, or leaving this much before the end, is still on time (product.md 5). */
export const onTimeMinutes = 5
/** A host who pressed End and whose meeting still runs after this time did not end it. */
export const endingMinutes = 15
/** How long a stay may outlive the broken connection it was on: who comes back within it is still one person (product.md 10). */
export const reconnectMinutes = 2

export function minutesBefore(at: Date, minutes: number): Date {
  return new Date(at.getTime() - minutes * 60_000)
}

/** Until when what began then may have gone on. */
export function longestRunEnd(at: Date): Date {
  return minutesBefore(at, -longestRunHours * 60)
}

/** Since when what happened may still be going on. */
export function longestRunStart(at: Date): Date {
  return minutesBefore(at, longestRunHours * 60)
}
