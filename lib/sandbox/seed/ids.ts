/**
 * Ids that look as arbitrary as the vendor's yet reveal what they belong to, so that the past needs no index: a number
 * below `modulus` becomes nine digits through a reversible multiplication.
 */

const modulus = 899_999_963n
const factor = 386_283_817n
const inverse = power(factor, modulus - 2n)

const rooms = 5_000
const slots = 1_000_000
const created = 850_000_000
export const lanesAtMost = 256
export const slotsAtMost = 32

/** A place in the simulated calendar: days since 1970, a lane, that day's slot. */
export type Slot = { day: number; lane: number; slot: number }
export type MeetingPlace = ({ kind: 'slot' } & Slot) | { kind: 'room'; room: number } | { kind: 'created'; nth: number }

export function slotMeetingId(slot: Slot): string {
  return scramble(slots + slotIndex(slot))
}

export function roomMeetingId(room: number): string {
  return scramble(rooms + room)
}

export function createdMeetingId(nth: number): string {
  return scramble(created + nth)
}

/** What nine digits stand for; whether anything is there is a separate question. */
export function placeOf(meetingId: string): MeetingPlace | null {
  if (!/^[1-9]\d{8}$/.test(meetingId)) return null
  const index = Number(((BigInt(meetingId) - 100_000_000n) * inverse) % modulus)
  if (index >= created) return { kind: 'created', nth: index - created }
  if (index >= slots) return { kind: 'slot', ...slotOf(index - slots) }
  return { kind: 'room', room: index - rooms }
}

/** As people read it: `123-456-789`. */
export function dashed(meetingId: string): string {
  return meetingId.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1-$2-$3')
}

/** 19 digits, like the vendor's (goto-api.md 5.6). */
export function slotSessionId(slot: Slot): string {
  return String(6_600_000_000_000_000_000n + BigInt(slotIndex(slot)) * 1009n)
}

export function actedSessionId(nth: number): string {
  return String(6_700_000_000_000_000_000n + BigInt(nth) * 1009n)
}

/** The session's other name, in attendee rows only: 18 digits, beyond 2^53 (goto-api.md 4). */
export function instanceKeyOf(sessionId: string): string {
  return String(300_000_000_000_000_000n + ((BigInt(sessionId) - 6_600_000_000_000_000_000n) / 1009n) * 12n + 4n)
}

export function placeOfSession(sessionId: string): Slot | null {
  if (!/^\d{19}$/.test(sessionId)) return null
  const index = BigInt(sessionId) - 6_600_000_000_000_000_000n
  if (index < 0n || index >= 100_000_000_000_000_000n || index % 1009n !== 0n) return null
  return slotOf(Number(index / 1009n))
}

function slotIndex({ day, lane, slot }: Slot): number {
  return ((day - firstDay) * lanesAtMost + lane) * slotsAtMost + slot
}

/** 2022-01-01: early enough for eighteen months before any start of this program. */
const firstDay = 18_993

function slotOf(index: number): Slot {
  const column = Math.floor(index / slotsAtMost)
  return { day: firstDay + Math.floor(column / lanesAtMost), lane: column % lanesAtMost, slot: index % slotsAtMost }
}

function scramble(index: number): string {
  return String(100_000_000n + ((BigInt(index) * factor) % modulus))
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}
