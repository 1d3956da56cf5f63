import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { timesIn } from './form-times.ts'
import type { FormValues, Guest, GuestGroup } from './form-values.ts'
import { audioNames } from './guess-audio.ts'
import { guestKey } from './guests.ts'
import { valuesOf } from './meeting-values.ts'
import { whenText } from './when-text.ts'

/** The name of an organizer, by id. */
export type NameOf = (organizerId: string) => string
export type Difference = { field: string; mine: string; theirs: string }

/** The fields in which what I typed differs from the meeting as it is now, in words. */
export function differencesOf(mine: FormValues, theirs: MeetingDetail, now: Date, nameOf: NameOf): Difference[] {
  const other = valuesOf(theirs, now, mine.zone)
  // Two people may share a name, and a name may not be known yet, so ids decide.
  const areOthers = idsText(mine.coorganizers) !== idsText(other.coorganizers)
  return Object.entries(words)
    .map(([field, say]) => ({ field, mine: say(mine, nameOf), theirs: say(other, nameOf) }))
    .filter((row) => (row.field === 'Co-organizers' ? areOthers : row.mine !== row.theirs))
}

function idsText(ids: string[]): string {
  return [...ids].sort().join(' ')
}

const visibilities = {
  company: 'Everybody in the company',
  group: 'The group and invited people',
  invited: 'Invited people only',
  '': 'Company default',
}

const words: Record<string, (values: FormValues, nameOf: NameOf) => string> = {
  Subject: ({ subject }) => subject.trim(),
  Time: timeText,
  Invited: ({ invited, invitedGroups }) =>
    [...groupTexts(invitedGroups), ...peopleTexts(invited)].join(', ') || 'Nobody',
  Room: ({ roomId }) => (roomId === null ? 'None' : 'In a room'),
  Agenda: ({ agenda }) => agenda || 'None',
  Audio: ({ audio }) => (audio.way === 'own' && audio.own ? audio.own : audioNames[audio.way]),
  'Co-organizers': ({ coorganizers }, nameOf) => coorganizers.map(nameOf).sort().join(', ') || 'None',
  'Who can see it': ({ visibility }) => visibilities[visibility],
  Password: ({ passwordRequired }) => (passwordRequired ? 'Required' : 'None'),
}

function timeText(values: FormValues): string {
  const { startsAt, endsAt } = timesIn(values)
  if (!startsAt || !endsAt) return 'Any time'
  return whenText({ startsAt, endsAt }, values.zone)
}

function groupTexts(groups: GuestGroup[]): string[] {
  const sorted = [...groups].sort((a, b) => a.groupId.localeCompare(b.groupId))
  return sorted.map(({ name, required, except, people }) => {
    const leftOut = people.filter(({ personId }) => except.includes(personId)).map((person) => person.name)
    const without = leftOut.length > 0 ? ` without ${leftOut.sort().join(' and ')}` : ''
    return `${name} · ${people.length}${without}${required ? ' (required)' : ''}`
  })
}

function peopleTexts(invited: Guest[]): string[] {
  const sorted = [...invited].sort((a, b) => guestKey(a).localeCompare(guestKey(b)))
  return sorted.map(({ name, email, required }) => `${name || email}${required ? ' (required)' : ''}`)
}
