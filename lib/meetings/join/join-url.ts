import { env } from '#lib/env.ts'

/**
 * Where a meeting is joined: the vendor's address, else the one from the settings (goto-api.md 9.1). Browsers are sent
 * there, so only a web address will do.
 */
export function joinUrlOf(gotoMeetingId: string, known: string | null): string {
  if (known !== null && /^https?:\/\//i.test(known)) return known
  return env().gotoJoinUrl.replace('{id}', gotoMeetingId)
}
