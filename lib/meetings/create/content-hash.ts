import { sha256 } from '#lib/crypto.ts'

/** Hash of what was typed, whatever the order of its keys. */
export function contentHash(typed: object): string {
  const sorted = JSON.stringify(typed, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return sha256(sorted)
}
