import { env } from '#lib/env.ts'

/**
 * Where a meeting is joined: what the vendor said, else by the address in the settings (goto-api.md 9.1). A browser is sent
 * there, so only a web address will do.
 */
export function joinUrlOf(gotoMeetingId: string, known: string | null): string {
  if (known !== null && /^https?:\/\//i.test(known)) return known
  return env().gotoJoinUrl.replace('{id}', gotoMeetingId)
}
