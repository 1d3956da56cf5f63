import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** Letters and digits only: a double click selects all of a token, and no shell or address changes it. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const prefix = 'foyer_'
/** 62^43 > 2^256, and 62^6 > 2^32. */
const secretLength = 43
const checkLength = 6

/** A new token: `foyer_`, 256 random bits and a checksum of both. */
export function newTokenText(): string {
  const bits = BigInt(`0x${randomBytes(32).toString('hex')}`)
  const start = prefix + digits(bits, secretLength)
  return start + checksumOf(start)
}

/** Whether Foyer can have made this: what was cut off, mistyped or invented is known without asking the database. */
export function isTokenText(text: string): boolean {
  if (text.length !== prefix.length + secretLength + checkLength || !text.startsWith(prefix)) return false
  const start = text.slice(0, -checkLength)
  return checksumOf(start) === text.slice(-checkLength)
}

/** As much as people see of it later: 24 of its 256 bits. */
export function startOf(text: string): string {
  return text.slice(0, prefix.length + 4)
}

function checksumOf(start: string): string {
  return digits(BigInt(crc32(start)), checkLength)
}

function digits(value: bigint, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest /= 62n) text = alphabet[Number(rest % 62n)] + text
  return text
}
