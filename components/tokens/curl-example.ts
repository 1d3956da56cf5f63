import { offeredScopes, type Scope } from '#lib/tokens/sentences.ts'

/** A line for a terminal that shows at once whether the token works. */
export function curlExample(token: string, scopes: readonly Scope[], portal: string): string {
  const known = offeredScopes.flatMap((group) => group.scopes)
  const path = known.find((one) => scopes.includes(one.scope) && one.path)?.path
  if (path) return `curl -H "Authorization: Bearer ${token}" "${portal}${path}"`
  return [
    `curl -H "Authorization: Bearer ${token}" -H "Content-Type: application/json"`,
    `-d '{"subject":"Made by a program","startsAt":"2030-01-31T09:00:00Z","endsAt":"2030-01-31T09:30:00Z"}'`,
    `"${portal}/api/meetings"`,
  ].join(' ')
}
