import type { MeetingKind } from '#lib/meetings/schema.ts'
import type { FieldErrors } from './read-form.ts'

const shownAlways = ['subject', 'invited', 'invitedGroups', 'agenda', 'audio', 'coorganizers', 'visibility']
const shownWithTimes = ['startsAt', 'endsAt', 'zone', 'roomId']

/** Mistakes that no visible field can show, each sentence once; else nobody would know why saving does nothing. */
export function hiddenErrors(errors: FieldErrors, kind: MeetingKind): string[] {
  const shown = kind === 'scheduled' ? [...shownAlways, ...shownWithTimes] : shownAlways
  return [...new Set(Object.entries(errors).flatMap(([name, sentence]) => (shown.includes(name) ? [] : [sentence])))]
}
