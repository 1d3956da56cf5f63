/** How long a room is believed to be in use, waited in or read without another word of it from GoTo. */
export const longestRunHours = 12
/** How long after clicking Join somebody still counts as waiting for a dateless room. */
export const roomWaitMinutes = 120
/** How long before its start a run of the room still counts as this meeting (product.md 3). */
export const earliestStartMinutes = 30
/** How long after its end a run of the room still counts as this meeting (product.md 3). */
export const latestRunMinutes = 120
/** Coming this much after the start, or leaving this much before the end, is still on time (product.md 5). */
export const onTimeMinutes = 5
/** For so long after an end GoTo is expected to report it; after that it counts as a gap. */
export const awaitedMinutes = 24 * 60
/** Foyer notices the end of a run by looking: it may have ended this much earlier. */
export const noticedMinutes = 10
/** A host who pressed End and whose meeting still runs after this time did not end it. */
export const endingMinutes = 15
/** How long a stay may outlive the broken connection it was on: who comes back within it is still one person (product.md 10). */
export const reconnectMinutes = 2

export function minutesBefore(at: Date, minutes: number): Date {
  return new Date(at.getTime() - minutes * 60_000)
}

/** The latest end of anything that began then. */
export function longestRunEnd(at: Date): Date {
  return minutesBefore(at, -longestRunHours * 60)
}

/** The earliest start of anything still going on then. */
export function longestRunStart(at: Date): Date {
  return minutesBefore(at, longestRunHours * 60)
}
