/**
 * JSON as GoTo writes it: int64 ids beyond 2^53 arrive as bare numbers (goto-api.md 4), which `JSON.parse` alone would
 * round. They become `bigint`, which keeps them distinct from ids sent as strings.
 */
export function parseGotoJson(text: string): unknown {
  // Looking at every value costs several times more than parsing; most answers have no such number.
  if (!/(?:^|[\s:[,])-?\d{16}/.test(text)) return JSON.parse(text)
  const parse = JSON.parse as ParseWithSource
  return parse(text, (_key, value, context) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
      ? BigInt(context?.source ?? 0)
      : value,
  )
}

/** The reverse: a `bigint` is written as a bare number with all its digits. */
export function stringifyGotoJson(value: unknown): string {
  const { rawJSON } = JSON as unknown as { rawJSON: (text: string) => unknown }
  return JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? rawJSON(String(item)) : item))
}

// TypeScript's library lacks the third argument and rawJSON; Node 24 has both.
type ParseWithSource = (
  text: string,
  reviver: (key: string, value: unknown, context?: { source?: string }) => unknown,
) => unknown
